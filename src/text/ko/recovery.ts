import type { recovery as original } from '../en/recovery.ts';
import type { Section } from '../types.ts';

export const recovery: Section<typeof original> = {
  stored: {
    title: '끝나지 않은 실행이 이 기기에 저장되어 있습니다',
    next: '실행을 시작한 계정으로 로그인하면 진행 상황을 확인하고 이어서 실행할 수 있습니다.',
  },
  elsewhere: (done, total) => `다른 탭에서 실행이 진행 중입니다: ${total}개 중 ${done}개 완료.`,
  watch: '진행 상황 보기',
  watchingTitle: '이 실행은 다른 탭에서 진행 중입니다',
  watchingWhat: '여기서는 보기만 할 수 있습니다. 중지하거나 Azure의 요청에 응답하려면 해당 탭을 사용하세요.',
  watchedEnded: '이 실행은 다른 탭에서 진행되어 종료되었습니다.',
  unreadable: '이 버전의 앱에서 읽을 수 없는 실행이 이 기기에 저장되어 있습니다.',
  unreadableWhat:
    '기록은 그대로 남아 있습니다. 먼저 기록을 저장하세요. 이 실행이 쓴 내용은 Azure에 있으며, 이 앱의 페이지에서 현재 상태를 확인할 수 있습니다.',
  save: '기록 저장',
  hourTitle: '실행이 끝나기 전에 로그인이 만료될 수 있습니다',
  hourWhat:
    '실행이 중간에 멈추지 않도록 먼저 Microsoft에서 확인하세요. 아직 아무것도 쓰지 않았으며 선택한 내용은 그대로 유지됩니다.',
  memoryTitle: '이 브라우저는 이 페이지의 데이터를 저장하지 않습니다',
  memoryWhat:
    '실행은 그대로 진행됩니다. 다만 끝나기 전에 이 탭을 닫으면 어디까지 진행되었는지 남지 않으며 확인서도 만들어지지 않습니다.',
  fullTitle: '이 실행을 보관할 저장 공간이 부족할 수 있습니다',
  fullWhat: '각 단계는 전송하기 전에 이 기기에 기록됩니다. 먼저 공간을 확보하거나 범위를 더 적게 선택하세요.',
  firstTitle: '끝나지 않은 실행을 먼저 처리해야 합니다',
  firstWhat: '이 페이지 위쪽에 표시되어 있습니다. 이어서 실행하거나 지운 다음 새 실행을 시작하세요.',
};
