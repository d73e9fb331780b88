import type * as original from '../en/guide.ts';
import type { Section } from '../types.ts';

export const guide = {
  title: '안내',
  lead: '위임이 이루어지는 방식, 역할별로 할 수 있는 일, 용어를 설명합니다.',
  how: {
    title: '위임이 이루어지는 방식',
    accept:
      '조직이 Azure Marketplace에서 서비스 공급자의 제안을 수락하거나 공급자의 템플릿으로 제안을 추가합니다. 아직 누구에게도 액세스 권한이 없습니다.',
    register: '구독마다 Microsoft.ManagedServices를 등록합니다. 등록만으로는 누구에게도 권한이 생기지 않습니다.',
    delegate:
      '조직의 소유자가 구독이나 리소스 그룹을 제안에 위임합니다. 이제 공급자의 사용자는 제안에 적힌 역할로만 그곳에서 작업할 수 있습니다.',
    update: '공급자는 제안의 새 버전을 게시할 수 있습니다. 수락하기 전까지는 아무것도 바뀌지 않습니다.',
    remove: '언제든지 액세스 권한을 회수할 수 있습니다.',
  },
  getOffer: {
    title: '제안을 추가하는 방법',
    marketplace:
      'Azure Portal에서 “서비스 공급자” > “서비스 공급자 제안” > “제안 추가”를 엽니다. 제안을 선택해 구독 하나에 수락한 뒤 여기로 돌아오세요.',
    template: '공급자가 템플릿을 보냈다면 여기에서 여세요. 브라우저에서만 읽으며, 다른 제안과 같은 검토를 거칩니다.',
  },
  who: {
    title: '역할별로 할 수 있는 일',
    table: '역할과 허용되는 작업',
    column: { role: '내 역할', may: '여기에서 할 수 있는 일' },
    owner: { role: '소유자(Owner)', may: '소유한 구독에서 위임, 등록, 회수' },
    contributor: { role: '기여자(Contributor)', may: 'Microsoft.ManagedServices 등록. 위임은 할 수 없음' },
    userAccess: {
      role: '사용자 액세스 관리자(User Access Administrator)',
      may: '보기. 위임하려면 이 역할에 없는 관리형 서비스 권한도 필요함',
    },
    groupOwner: {
      role: '리소스 그룹 하나의 소유자',
      may: '보기. 리소스 그룹 하나만 위임하더라도 구독 전체의 권한이 필요함',
    },
    eligible: { role: '적격 소유자(PIM)', may: '역할을 먼저 활성화한 뒤 위임' },
    reader: { role: '읽기 권한자(Reader)', may: '보기' },
    guest: { role: '게스트', may: '보기. 위임은 조직에 속한 계정이 진행해야 함' },
  },
  owners: {
    title: '소유자가 아니라면',
    text: '제안에서 “위임”을 열고 구독의 “누가 할 수 있나요?”를 선택하세요. 소유자 목록과 함께, 같은 선택이 열리는 링크를 보낼 수 있습니다.',
    action: '제안 보기',
  },
  words: {
    title: '용어',
    provider: ['서비스 공급자', 'Azure를 대신 관리해 주는 회사입니다. Azure의 “리소스 공급자”와는 다릅니다.'],
    offer: ['제안', '서비스 공급자가 하려는 일과 그에 필요한 액세스 권한입니다.'],
    copy: ['사본', '수락한 제안이 구독에 저장된 것입니다. 한 제안에 여러 개가 있을 수 있습니다.'],
    delegation: ['위임', '구독 또는 리소스 그룹 하나를 제안 하나에 맡긴 것입니다.'],
    authorization: [
      '권한 부여',
      '공급자의 테넌트에서 누가 어떤 역할을 받는지입니다. 상시는 항상, Just-In-Time은 활성화한 뒤 몇 시간 동안 유효합니다.',
    ],
    registration: ['리소스 공급자 등록', '구독에서 Microsoft.ManagedServices를 사용하도록 설정하는 것입니다.'],
  },
  privacy: {
    title: '이 앱이 보관하는 것',
    server: '이 앱에는 서버가 없습니다. 브라우저는 Microsoft 로그인과 Azure에만 연결합니다.',
    tab: '로그인 정보는 이 탭에만 있으며 탭을 닫으면 사라집니다.',
    device: '언어, 테마, 최근 확인서 50개를 이 기기의 브라우저에 보관합니다.',
  },
} satisfies Section<typeof original.guide>;
