import type * as original from '../en/change.ts';
import type { Section } from '../types.ts';
import { withParticle } from './particle.ts';

export const change = {
  activity: {
    updating: '새 버전을 쓰는 중',
    removing: '위임을 제거하는 중',
    removingCopy: '제안의 사본을 삭제하는 중',
    reapplying: '그대로 다시 쓰는 중',
  },
  step: {
    stored: '저장',
    updated: '업데이트',
    removed: '제거',
    copyRemoved: '사본 삭제',
    reapplied: '다시 쓰기',
    seenGone: '없어짐 확인',
  },
  subject: {
    delegate: '위임',
    accept: '제안의 사본',
    update: '제안의 사본',
    remove: '위임',
    removeCopy: '제안의 사본',
    reapplyCopy: '유지하는 제안의 사본:',
    reapply: '유지하는 위임:',
  },
  done: {
    delegate: '위임하고 다시 읽어 확인함',
    accept: '저장하고 다시 읽어 확인함',
    update: '업데이트하고 다시 읽어 확인함',
    remove: '제거함: Azure에 더 이상 없음을 확인함',
    removeCopy: '삭제함: Azure에 더 이상 없음을 확인함',
    reapplyCopy: '다시 쓰고 읽어 확인함',
    reapply: '다시 쓰고 읽어 확인함',
  },
  already: {
    delegate: '이미 위임되어 있었음',
    accept: '이미 저장되어 있었음',
    update: '이미 이 버전이었음',
    remove: '이미 없었음',
    removeCopy: '이미 없었음',
    reapplyCopy: '이번 실행에서 제거한 것이 없어 그대로 둠',
    reapply: '이번 실행에서 제거한 것이 없어 그대로 둠',
  },
  cannot: {
    delegate: '위임할 수 없었음',
    accept: '수락할 수 없었음',
    update: '업데이트할 수 없었음',
    remove: '제거하지 않음',
  },
  title: {
    accept: (provider) => `제안 수락: ${provider}`,
    update: (provider) => `제안 업데이트: ${provider}`,
    remove: (provider) => `액세스 권한 회수: ${provider}`,
  },
  pageTitle: { delegate: '실행', accept: '수락', update: '업데이트', remove: '제거' },
  table: '이번 실행의 단계',
  column: '대상',
  retryAll: (format, n) => `단계 ${format.number(n)}개 다시 시도`,
  endedAll: {
    accept: (n) => `모두 완료했습니다. ${withParticle(n, '을/를')} 쓰고 Azure에서 다시 읽어 확인했습니다.`,
    update: (n) => `모두 완료했습니다. ${withParticle(n, '이/가')} 새 버전임을 Azure에서 다시 읽어 확인했습니다.`,
    remove: (n) => `모두 완료했습니다. ${withParticle(n, '을/를')} 마치고 하나씩 Azure에서 다시 읽어 확인했습니다.`,
  },
  endedPartly: (done, total) => `${total}개 중 ${done}개를 마쳤습니다. 나머지는 이유와 함께 먼저 표시합니다.`,
  endedNone: '진행한 것이 없습니다. 이유는 항목마다 표시됩니다.',
  steps: (format, n) => `단계 ${format.number(n)}개`,
  copies: (format, n) => `사본 ${format.number(n)}개`,
  next: {
    accept: (provider) => `이제 테넌트에 제안이 있습니다. 위임한 범위가 있어야만 ${provider}에 액세스 권한이 생깁니다.`,
    update: (provider) => `위임은 그대로 유지됩니다. 보통 15분 안에 ${provider} 쪽에 변경이 반영됩니다.`,
    remove: (provider) =>
      `${provider}의 액세스 권한은 보통 15분 안에 사라집니다. 이미 열려 있는 세션은 조금 더 이어질 수 있습니다.`,
  },
  reapplied:
    '유지하는 것은 다시 썼습니다. 다시 읽기는 Azure에 저장된 내용을 증명할 뿐입니다. 공급자의 액세스 권한이 실제로 동작하는지는 공급자만 알 수 있으니 공급자에게 확인하세요.',
  receiptLead: '한 번의 실행에서 누가 무엇을 검토하고 바꾸었으며 Azure가 어떻게 응답했는지에 대한 기록입니다.',
  authorizations: {
    delegate: 'Azure에 기록된 그대로의 액세스 권한',
    accept: 'Azure에 기록된 그대로의 제안의 액세스 권한',
    update: 'Azure에 기록된 그대로의 새 버전의 액세스 권한',
    remove: 'Azure에 있던 그대로의, 회수한 액세스 권한',
  },
  kind: { delegate: '위임', accept: '수락', update: '업데이트', remove: '제거' },
  summary: {
    accept: (format, done, total) => `수락 단계 ${format.number(total)}개 중 ${format.number(done)}개 완료`,
    update: (format, done, total) => `사본 ${format.number(total)}개 중 ${format.number(done)}개 업데이트`,
    remove: (format, done, total) => `제거 단계 ${format.number(total)}개 중 ${format.number(done)}개 완료`,
  },
  reason: {
    otherVersionStored: (version) =>
      `이 제안의 버전 ${withParticle(version, '이/가')} 저장되어 있습니다. 이를 바꾸는 것은 업데이트이며 따로 검토합니다.`,
    otherStored: '같은 이름으로 다른 내용이 저장되어 있습니다.',
    managingTenantChanged:
      '새 버전은 관리 테넌트가 다릅니다. Azure에서는 제안을 다른 테넌트로 옮길 수 없으니 새 제안으로 수락하고 이 제안은 제거하세요.',
    copyStillUsed: (delegations) => `유지하는 ${withParticle(delegations, '이/가')} 참조하고 있어 삭제하지 않습니다.`,
  },
  delegations: (format, n) => `위임 ${format.number(n)}개`,
  goneReadBack: '찾을 수 없음(404)',
  fromVersion: '이전 버전',
  attemptKind: { deleteDelegation: '위임 제거', deleteCopy: '사본 삭제' },
} satisfies Section<typeof original.change>;
