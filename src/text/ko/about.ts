import type { about as original } from '../en/about.ts';
import type { Section } from '../types.ts';

export const about = {
  privacy: {
    title: '개인 정보 보호',
    lead: '이 앱이 무엇을 읽고, 무엇을 어디에 보관하며, 누구에게 전달하는지 설명합니다. 다른 곳으로는 아무것도 보내지 않습니다.',
    readTitle: '읽는 정보',
    reads: {
      entra: 'Microsoft Entra ID: 이름, 계정 이름, 개체 ID, 그리고 이 테넌트의 구성원인지 게스트인지.',
      azure:
        'Azure Resource Manager: 구독, 리소스 그룹, 관리 그룹, 제안과 위임, 본인의 권한, 등록 상태, 정책. 계정으로 읽을 수 있는 것만, 화면을 보는 동안에만 읽습니다.',
      owners: 'Azure: 도움을 줄 사람을 물을 때만, 구독의 소유자가 누구인지.',
      noGraph: '이 설치에서는 Microsoft Graph에 아무것도 묻지 않습니다.',
    },
    keptTitle: '이 브라우저에 보관하는 정보',
    kept: '이 브라우저에 보관하는 정보',
    column: { what: '정보', where: '위치', until: '기간' },
    rows: {
      tokens: ['로그인: Microsoft의 토큰', '이 탭의 세션 저장소', '로그아웃하거나 탭을 닫을 때까지'],
      choices: ['선택한 항목: 구독과 리소스 그룹의 ID', '이 탭의 세션 저장소', '탭을 닫을 때까지'],
      run: [
        '마지막 실행: 확인한 문구와 표시된 이름, 각 단계(ID만)',
        '이 브라우저의 데이터베이스, 본인 계정 전용',
        '다음 실행을 시작하거나 지울 때까지',
      ],
      handOvers: [
        'Azure에 맡긴 작업: 확인한 문구와 표시된 이름, 입력한 사유, 배포의 ID',
        '이 브라우저의 데이터베이스, 본인 계정 전용',
        '목록에서 치울 때까지',
      ],
      receipts: [
        '확인서 최대 50개: 누가, 무엇을, 왜 위임했는지',
        '이 브라우저의 데이터베이스, 본인 계정 전용',
        '새 확인서로 바뀌거나 지울 때까지',
      ],
      seen: ['새 구독을 표시하기 위한, 확인한 구독의 ID', '이 브라우저의 로컬 저장소, 본인 계정 전용', '지울 때까지'],
      preferences: ['언어와 테마', '이 브라우저의 로컬 저장소', '지울 때까지'],
    },
    neverTitle: '하지 않는 일',
    never: [
      '이 앱 뒤에는 서버가 없습니다. 브라우저가 Microsoft 로그인 및 Azure와만 직접 통신합니다.',
      '자체 쿠키, 분석 도구, 외부 글꼴이나 스크립트를 사용하지 않습니다. 사이트의 콘텐츠 보안 정책에 따라 브라우저가 이를 강제합니다.',
      '토큰은 Microsoft에만 전달됩니다. 주소, 기록, 내보낸 파일에는 토큰이 들어가지 않습니다.',
    ],
    forgetTitle: '이 기기에서 모두 지우기',
    forgetWhat:
      '이 브라우저에서 앱을 사용한 모든 사람의 확인서, 마지막 실행, Azure에 맡긴 작업의 기록, 선택 항목, 언어와 테마를 지우고 로그아웃합니다. Azure에서는 아무것도 바뀌지 않습니다. Azure에 맡긴 작업은 계속 진행되지만 이 기기에 확인서가 남지 않습니다. 필요한 확인서는 먼저 저장하세요.',
    forget: '이 기기에서 모두 지우기',
    forgetSure: '필요한 확인서를 저장했습니다',
    forgetRunning: '실행이 진행 중입니다. 먼저 중지하거나 끝날 때까지 기다리세요.',
    forgetUnfinished:
      '끝나지 않은 실행이 저장되어 있습니다. 지우면 이어서 진행할 수 없으며, 이미 쓴 내용은 Azure에 남습니다.',
  },
  diagnostics: {
    title: '진단 정보',
    lead: '도움을 줄 사람에게 보낼 정보입니다. 토큰과 이름은 들어 있지 않습니다. 복사하기 전에 내용을 확인하세요.',
    text: '복사될 진단 정보',
    copy: '진단 정보 복사',
    copied: '복사됨',
    trouble: (format, n) => `이 페이지를 연 뒤 정상적으로 끝나지 않은 요청이 ${format.number(n)}건 있습니다.`,
    refresh: '다시 읽기',
    contact: '보낼 곳',
  },
} satisfies Section<typeof original>;
