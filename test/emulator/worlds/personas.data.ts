import type { Persona } from '../model.ts';

/** What the worlds need to know of a person beyond the Persona itself. */
export interface PersonaRow {
  readonly name: string;
  readonly displayName: string;
  readonly home: 'contoso' | 'tailspin';
  /** User type in Contoso. Everybody here is known there. */
  readonly inContoso: 'Member' | 'Guest';
  /** User type in Tailspin, for those who are known there. A home tenant always says `Member`. */
  readonly inTailspin?: 'Member' | 'Guest';
  /** Gets Owner by being in the group of the platform owners, not by an assignment of their own. */
  readonly platformOwner?: true;
  readonly about: Persona['about'];
  readonly signIn?: NonNullable<Persona['signIn']>;
}

/** The people who can sign in, in the order of the account picker. */
export const personaRows: readonly PersonaRow[] = [
  {
    name: 'owner',
    displayName: 'Jiwoo Kim (김지우)',
    home: 'contoso',
    inContoso: 'Member',
    platformOwner: true,
    about: {
      en: 'Member of Contoso and Owner of nearly every subscription, through a group. May register and delegate; Contoso Treasury belongs to somebody else.',
      ko: 'Contoso의 구성원이며 그룹을 통해 거의 모든 구독의 소유자입니다. 등록과 위임을 할 수 있습니다. Contoso Treasury만 다른 사람의 구독입니다.',
    },
  },
  {
    name: 'guestOwner',
    displayName: 'Gustav Lind',
    home: 'tailspin',
    inContoso: 'Guest',
    inTailspin: 'Member',
    about: {
      en: 'Guest from Tailspin Toys and Owner of everything. Still may not delegate: the app says why and offers a link to hand over.',
      ko: 'Tailspin Toys에서 초대된 게스트이며 모든 구독의 소유자입니다. 그래도 위임할 수 없습니다. 앱이 이유를 알려 주고 넘겨줄 링크를 제공합니다.',
    },
  },
  {
    name: 'externalMemberOwner',
    displayName: 'Erika Sommer',
    home: 'tailspin',
    inContoso: 'Member',
    inTailspin: 'Member',
    about: {
      en: 'Account from Tailspin Toys, but a full member of Contoso and Owner. May delegate; the app points out the foreign home tenant.',
      ko: 'Tailspin Toys 계정이지만 Contoso의 정식 구성원이며 소유자입니다. 위임할 수 있으며, 앱이 홈 테넌트가 다르다는 점을 알려 줍니다.',
    },
  },
  {
    name: 'contributor',
    displayName: 'Carlos Romero',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Contributor everywhere. May register the resource provider, may not delegate: see the registration page.',
      ko: '모든 구독의 기여자입니다. 리소스 공급자를 등록할 수 있지만 위임할 수는 없습니다. 등록 페이지를 보세요.',
    },
  },
  {
    name: 'reader',
    displayName: 'Rina Sato (佐藤 里奈)',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Reader everywhere. Sees offers and delegations and changes nothing; the app names what is missing and who the Owners are.',
      ko: '모든 구독의 읽기 권한자입니다. 제안과 위임을 볼 수만 있습니다. 앱이 부족한 권한과 소유자가 누구인지 알려 줍니다.',
    },
  },
  {
    name: 'resourceGroupOwner',
    displayName: 'Grace Oyelaran',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Owner of a single resource group. That is not enough: rights on the whole subscription are needed even for one group.',
      ko: '리소스 그룹 하나만의 소유자입니다. 그것으로는 부족합니다. 그룹 하나를 위임할 때도 구독 전체에 대한 권한이 필요합니다.',
    },
  },
  {
    name: 'userAccessAdministrator',
    displayName: 'Umar Haddad',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'User Access Administrator everywhere and nothing else. May hand out roles, but may neither register nor delegate.',
      ko: '모든 구독의 사용자 액세스 관리자일 뿐입니다. 역할은 줄 수 있지만 등록도 위임도 할 수 없습니다.',
    },
  },
  {
    name: 'eligibleOwner',
    displayName: 'Elif Demir',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Reader who can become Owner through Privileged Identity Management, but has not activated it. The app says how.',
      ko: 'Privileged Identity Management로 소유자가 될 수 있지만 아직 활성화하지 않은 읽기 권한자입니다. 앱이 활성화하는 방법을 알려 줍니다.',
    },
  },
  {
    name: 'approvalOwner',
    displayName: 'Ana Duarte',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Reader who can become Owner of the production subscriptions, once somebody approves. Approve or deny on the emulator’s control page; the request can be left and come back to.',
      ko: '승인을 받으면 운영 구독의 소유자가 될 수 있는 읽기 권한자입니다. 에뮬레이터의 제어 페이지에서 승인하거나 거부할 수 있으며, 요청을 두고 나갔다가 돌아올 수 있습니다.',
    },
  },
  {
    name: 'ticketOwner',
    displayName: 'Tomás Ruiz',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Reader who can become Owner of the platform subscriptions for two hours at most, with the number of a ticket.',
      ko: '티켓 번호를 입력하면 최대 2시간 동안 플랫폼 구독의 소유자가 될 수 있는 읽기 권한자입니다.',
    },
  },
  {
    name: 'contextOwner',
    displayName: 'Chidi Okafor',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Reader who can become Owner of the development subscriptions after a stronger sign-in: an authentication context. The request goes on by itself afterwards.',
      ko: '인증 컨텍스트로 더 강하게 로그인하면 개발 구독의 소유자가 될 수 있는 읽기 권한자입니다. 로그인한 뒤 요청이 저절로 이어집니다.',
    },
  },
  {
    name: 'conditionedOwner',
    displayName: 'Conor Walsh',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Owner with a condition on the role assignment. May try to delegate; the app warns that Azure may refuse.',
      ko: '역할 할당에 조건이 붙은 소유자입니다. 위임을 시도할 수 있지만 Azure가 거부할 수 있다고 앱이 미리 알려 줍니다.',
    },
  },
  {
    name: 'twoTenantOwner',
    displayName: 'Tamar Levy',
    home: 'contoso',
    inContoso: 'Member',
    inTailspin: 'Guest',
    about: {
      en: 'Owner in two tenants: member of Contoso, guest in Tailspin Toys. Try the tenant switcher; delegating works in Contoso only.',
      ko: '두 테넌트의 소유자입니다. Contoso에서는 구성원이고 Tailspin Toys에서는 게스트입니다. 테넌트를 바꿔 보세요. 위임은 Contoso에서만 할 수 있습니다.',
    },
  },
  {
    name: 'mfaOwner',
    displayName: 'Mina Choi (최민아)',
    home: 'contoso',
    inContoso: 'Member',
    platformOwner: true,
    about: {
      en: 'Owner who is asked for multi-factor authentication at the first write. The run waits, steps up and goes on.',
      ko: '첫 쓰기 작업에서 다단계 인증을 요구받는 소유자입니다. 실행이 잠시 멈추고, 인증한 뒤 이어집니다.',
    },
    signIn: { mfa: 'atWrite' },
  },
  {
    name: 'consentNeeded',
    displayName: 'Cheol Seo (서철)',
    home: 'contoso',
    inContoso: 'Member',
    platformOwner: true,
    about: {
      en: 'Owner whose organisation wants an administrator to approve the app first. Signing in ends with that message.',
      ko: '관리자가 먼저 앱을 승인해야 하는 조직의 소유자입니다. 로그인이 그 안내로 끝납니다.',
    },
    signIn: { consent: 'needed' },
  },
  {
    name: 'unlabelledOwner',
    displayName: 'Oona Virtanen',
    home: 'contoso',
    inContoso: 'Member',
    platformOwner: true,
    about: {
      en: 'Owner whose token does not say whether the account is a guest, as when the app registration lacks the optional claim. May delegate.',
      ko: '토큰에 게스트 여부가 없는 소유자입니다. 앱 등록에 선택적 클레임이 없을 때 이렇게 됩니다. 위임할 수 있습니다.',
    },
    signIn: { acctClaim: 'omitted' },
  },
  {
    name: 'nobody',
    displayName: 'Noah Fischer',
    home: 'contoso',
    inContoso: 'Member',
    about: {
      en: 'Member of Contoso without any role in Azure. Sees no subscription; the app says what to ask for.',
      ko: 'Azure 역할이 전혀 없는 Contoso의 구성원입니다. 구독이 하나도 보이지 않으며, 앱이 무엇을 요청해야 하는지 알려 줍니다.',
    },
  },
];
