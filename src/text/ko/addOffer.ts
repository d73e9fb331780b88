import type * as original from '../en/addOffer.ts';
import { providerMessage } from '../providerMessage.ts';
import type { Section } from '../types.ts';

export const addOffer = {
  title: 'Marketplace 제안 추가',
  add: '제안 추가',
  lead: '수락하기 전에 제안의 전체 내용을 확인합니다. 확인하기 전에는 아무것도 변경하지 않습니다.',
  which: '어떤 제안입니까?',
  field: '제안 식별자 또는 서비스 공급자가 보낸 링크',
  hint: 'publisher.product.plan 형식입니다. 특정 버전을 보려면 끝에 1.0.0과 같은 버전을 붙이세요.',
  lookUp: '조회',
  refused: {
    tooFewParts: '식별자는 점으로 구분된 세 부분 이상이어야 합니다(publisher.product.plan).',
    emptyPart: '게시자, 제품, 플랜 중 비어 있는 부분이 있습니다.',
    strangeCharacters: '게시자, 제품, 플랜에는 영문자, 숫자, 하이픈, 밑줄만 사용할 수 있습니다.',
    badVersion: '끝의 버전은 1.0.0처럼 세 개의 숫자여야 합니다.',
    tooLong: '제안 식별자로 보기에는 너무 깁니다.',
  },
  subscription: '제안을 보관할 구독',
  anySubscription: '누구에게나 보이는 내용',
  subscriptionHint:
    '나중에 무엇을 위임하든 구독 하나면 충분합니다. 프라이빗 플랜은 서비스 공급자가 지정한 구독에만 표시됩니다.',
  loading: 'Marketplace에서 조회하는 중',
  failedTitle: 'Marketplace에서 조회하지 못했습니다',
  unknownTitle: '여기에서는 Marketplace에 해당 제안이 표시되지 않습니다',
  unknownWhat: '서비스 공급자에게 식별자를 확인하세요. 공급자가 이 플랜의 판매를 중단했을 수도 있습니다.',
  unknownPrivate:
    '프라이빗 플랜이라면 서비스 공급자가 지정한 구독을 선택하세요. 다른 구독에서는 플랜이 표시되지 않습니다.',
  unknownPrivateHere:
    '프라이빗 플랜이라면 이 구독이 공급자의 목록에 없습니다. 공급자에게 추가를 요청하거나 목록에 있는 구독을 선택하세요.',
  unknownPreview: '미리 보기 제안은 서비스 공급자가 지정한 대상에게만 표시됩니다.',
  unknownVersion: (version, newest) => `플랜은 있지만 버전 ${version}은(는) 없습니다. 최신 버전은 ${newest}입니다.`,
  seeNewest: (version) => `버전 ${version} 보기`,
  nationalTitle: '국가 클라우드입니다',
  nationalWhat:
    '국가 클라우드의 Marketplace에는 관리 서비스 제안이 없을 수 있고, Just-In-Time 액세스는 지원되지 않으며, 클라우드 간 위임은 할 수 없습니다. 서비스 공급자에게 템플릿을 요청하세요.',
  privateTitle: '프라이빗 플랜입니다',
  privateWhat: '서비스 공급자가 지정한 구독에만 표시되며, 해당 구독에서만 수락할 수 있습니다.',
  cspTitle: 'CSP 재판매인을 통한 구독입니다',
  cspPrivate:
    '이러한 구독에서는 프라이빗 플랜을 수락할 수 없습니다. 다른 구독을 선택하거나 서비스 공급자에게 템플릿을 요청하세요.',
  cspPublic:
    '이 구독 유형은 Microsoft 고객 계약에도 쓰이므로 일반 구독일 수도 있습니다. 프라이빗 플랜은 사용할 수 없지만, 이 제안과 같은 공개 플랜은 사용할 수 있습니다.',
  namesTitle: '서비스 공급자가 붙인 이름',
  publisher: '게시자',
  offer: '제안',
  plan: '플랜',
  newest: '최신 버전입니다.',
  notNewest: (version) => `더 새로운 버전이 있습니다: ${version}`,
  acceptedTitle: (version) => `이미 수락됨(버전 ${version})`,
  acceptedWhat: '바로 위임할 수 있습니다.',
  goDelegate: '위임',
  seeOffer: '수락한 제안 보기',
  meansTitle: '수락의 의미',
  means: [
    '수락만으로는 누구에게도 액세스가 부여되지 않습니다. 구독이나 리소스 그룹을 위임할 때 액세스가 시작됩니다.',
    '서비스 공급자는 이름, 이메일 주소, 회사 등 연락처 정보를 영업 정보로 받습니다.',
    '제안과 Marketplace의 약관은 수락하기 전에 Azure Portal에 표시됩니다. 이 앱에서는 약관을 보여 줄 수 없습니다.',
    'Microsoft는 이 제안에 요금을 부과하지 않습니다. 서비스 공급자의 요금은 공급자와 고객이 정합니다.',
  ],
  howTitle: '수락하는 방법',
  how: [
    '아래 단추로 Azure Portal을 열고 “서비스 공급자 제안”, “제안 추가”, “Marketplace를 통해 추가”를 차례로 선택합니다.',
    '제안을 찾습니다. 프라이빗 플랜은 “프라이빗 제품”에 있습니다. 플랜을 선택하고 “구독” 또는 “만들기”를 선택합니다.',
    '구독을 선택하고 수락한 다음 이 페이지로 돌아오세요. 제안이 추가되었는지 자동으로 확인합니다.',
  ],
  openPortal: 'Azure Portal에서 수락',
  openMarketplace: 'Azure Marketplace에서 찾기',
  lookAgain: '다시 확인',
  looking: '제안이 추가되었는지 확인하는 중',
  notYet: '제안이 아직 추가되지 않았습니다. Azure에 표시되기까지 최대 15분이 걸릴 수 있습니다.',
  waitHint: '돌아오시면 제안이 추가되었는지 이 페이지에서 자동으로 확인합니다.',
} satisfies Section<typeof original.addOffer>;

export const providerLink = {
  title: '고객에게 보낼 링크',
  lead: '서비스 공급자용입니다. 고객이 이 앱에서 제안을 볼 수 있는 링크와 함께 보낼 문구를 만듭니다.',
  field: '플랜 식별자',
  make: '링크 만들기',
  link: '링크',
  copyLink: '링크 복사',
  text: '보낼 문구',
  copyText: '문구 복사',
  english: '영어',
  korean: '한국어',
  seesTitle: '고객에게 보이는 내용',
  sees: [
    '고객은 자신의 계정으로 로그인합니다. 로그인한 뒤에도 링크가 유지됩니다.',
    '해당 버전의 모든 보안 주체와 역할을 위험 수준과 함께 쉬운 말로 확인합니다.',
    '제안 검사 결과를 확인합니다. 문제가 있으면 공급자에게 보낼 수 있는 메시지가 함께 표시됩니다.',
    'Azure Portal에서 수락한 뒤 돌아와 위임할 범위를 선택하고 확인합니다. 그 전에는 아무 변경도 일어나지 않습니다.',
  ],
  version: '버전을 지정하지 않으면 링크는 항상 최신 버전을 보여 줍니다.',
  preview: '미리 보기 제안입니다. 미리 보기 대상에게만 표시됩니다.',
  show: '고객에게 보이는 화면 보기',
  guide: '서비스 공급자이십니까? 고객에게 보낼 링크 만들기',
  message: providerMessage,
} satisfies Section<typeof original.providerLink>;
