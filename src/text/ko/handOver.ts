import type { Catalog } from '../en/catalog.ts';

/** Azure의 배포 엔진에 맡긴 변경 내용. */
export const handOver: Catalog['handOver'] = {
  button: 'Azure에 맡기기',
  title: 'Azure에 맡기기',
  loading: '준비하는 중',
  lead: '범위가 너무 많아 탭 하나로 처리하기 어렵거나 탭을 계속 열어 둘 수 없을 때 사용합니다. Azure의 배포 엔진이 이 검토에 나온 내용을 같은 ID와 이름으로 수행하며, 탭을 닫아도 계속됩니다.',
  points: {
    deployments: (format, deployments, resources) =>
      deployments === 1
        ? `리소스 ${format.number(resources)}개가 담긴 배포 1개가 만들어집니다. 배포 하나에는 최대 800개까지 담을 수 있습니다.`
        : `모두 리소스 ${format.number(resources)}개가 담긴 배포 ${format.number(deployments)}개가 만들어집니다. 배포 하나에는 리소스 800개, 4MB까지 담을 수 있습니다.`,
    group: (name) => `배포는 쓰기 대상이 모두 속한 관리 그룹 ${name}에서 만들어집니다.`,
    register: (format, n) =>
      `그 전에 앱이 구독 ${format.number(n)}개에 Microsoft.ManagedServices를 등록하도록 Azure에 요청합니다.`,
    stop: '도중에 중지할 수 있으며, 그때까지 위임한 범위는 그대로 남습니다. 일부가 실패해도 나머지는 계속 진행됩니다.',
    receipt:
      '이 브라우저에서 앱을 열어 두는 동안 진행 상황을 확인합니다. 끝나면 모든 범위를 Azure에서 다시 읽어 확인하고 확인서를 만듭니다.',
    history:
      'Azure는 구독마다 배포 기록을 최대 800개까지 보관하고 오래된 것부터 자동으로 삭제합니다. 잠금이 있으면 삭제하지 못할 수 있습니다.',
  },
  memory:
    '이 브라우저는 이 페이지의 데이터를 저장하지 않습니다. 탭을 닫으면 Azure는 계속 진행하지만 여기서는 더 이상 확인할 수 없고 확인서도 만들어지지 않습니다.',
  region: '배포 기록을 보관할 지역',
  regionHint: '배포 기록만 이 지역에 보관합니다. 위임하는 리소스는 이동하지 않습니다.',
  regionPick: '지역 선택',
  regionLoading: '지역을 읽는 중',
  regionTyped: 'Azure에서 지역 목록을 받지 못했습니다. koreacentral처럼 지역 이름을 입력하세요.',
  waysHint:
    '앱에서 실행하면 먼저 사본 하나를 참조하고 Azure가 요구할 때만 사본을 저장합니다. 배포는 그렇게 시도할 수 없으므로, Azure가 참조를 거부하면 이 항목을 선택하세요.',
  tooLargeTitle: '배포로 나눌 수 없습니다',
  tooLarge:
    '배포가 둘 이상 필요한데, 아직 저장하지 않은 제안의 사본을 함께 사용하므로 서로 기다리게 됩니다. 범위를 더 적게 선택하거나, 먼저 제안을 수락한 다음 위임하세요.',
  hand: (format, n) => `범위 ${format.number(n)}개를 Azure에 맡기기`,
  handSteps: (format, n) => `${format.number(n)}단계를 Azure에 맡기기`,
  handing: '맡기는 중…',
  cancel: '취소',
  refused: 'Azure에서 받아들이지 않았습니다. 맡긴 내용이 없습니다.',

  page: {
    title: 'Azure에 맡긴 작업',
    lead: 'Azure의 배포 엔진이 대신 수행하고 있는 변경입니다. 앱이 없어도 계속되며, 앱은 진행 상황을 보여 줍니다.',
    emptyTitle: 'Azure에 맡긴 작업이 없습니다',
    emptyWhat: '변경을 검토하는 화면에서 “Azure에 맡기기”를 선택하면 여기에서 진행 상황을 볼 수 있습니다.',
    emptyNext: '제안',
    started: (time) => `맡긴 시각: ${time}`,
    reason: '사유 또는 티켓 번호',
    working: (format, done, total) =>
      `Azure에서 진행하고 있습니다. ${format.number(total)}개 중 ${format.number(done)}개를 마쳤습니다.`,
    told: (format, n) => `완료, 다시 읽기 전 ${format.number(n)}개`,
    atWork: (format, n) => `남음 ${format.number(n)}개`,
    confirming: 'Azure에서 완료했습니다. 전체 작업이 끝나면 다시 읽어 확인합니다.',
    mayClose: '이 탭을 닫아도 됩니다. Azure는 계속 진행하며, 여기서 앱을 다시 열면 이어서 보여 줍니다.',
    reading: 'Azure의 작업이 끝났습니다. 모든 범위를 다시 읽어 확인하고 있습니다.',
    again: '지금은 Azure에 물어볼 수 없습니다. 30초 뒤에 다시 확인합니다. Azure의 작업은 계속됩니다.',
    deployments: '배포',
    correlation: '상관 관계 ID',
    ended: {
      working: '진행 중',
      done: '성공',
      failed: '일부 또는 전체 실패',
      stopped: '중지됨',
      refused: 'Azure에서 받아들이지 않음',
      gone: 'Azure에 기록이 없음',
    },
    rest: (format, n) => `남은 범위 ${format.number(n)}개 검토`,
    receipt: '확인서',
    putAway: '목록에서 치우기',
    stop: '중지',
    stopWhat:
      'Azure에서 더 이상 새로 시작하지 않습니다. 쓰고 있던 것은 반영될 수 있으며 이미 위임한 범위는 그대로 남습니다. 모든 범위를 다시 읽어 확인합니다.',
    stopIt: '중지합니다',
    goOn: '계속 진행',
    stopFollowing: '확인 중단',
    stopSure: 'Azure는 계속 진행합니다. 여기서는 더 이상 확인하지 않으며 확인서도 만들지 않습니다.',
    stopReally: '확인을 중단합니다',
    keepFollowing: '계속 확인',
    live: (format, done, total, failed) =>
      `${format.number(total)}개 중 ${format.number(done)}개 완료, 실패 ${format.number(failed)}개`,
  },
  notice: {
    working: (scopes, provider) => `Azure에서 ${scopes} 작업을 진행하고 있습니다: ${provider}`,
    workingWhat: 'Azure의 배포 엔진에 맡긴 작업이며, 앱을 열어 두지 않아도 계속됩니다.',
    reading: (scopes, provider) => `Azure에서 ${scopes} 작업이 끝났습니다: ${provider}`,
    readingWhat: '하나씩 다시 읽어 확인하고 있습니다.',
    finished: (scopes, provider) => `Azure에서 ${scopes} 작업을 마쳤고 다시 읽어 확인했습니다: ${provider}`,
    finishedPartly: (done, total, provider) => `Azure의 작업이 끝났습니다. ${total}개 중 ${done}개 완료: ${provider}`,
    open: '진행 상황 보기',
    receipt: '확인서',
  },
  receiptCarriedOut: 'Azure의 배포 엔진이 수행함',
};
