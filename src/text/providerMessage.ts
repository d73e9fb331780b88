/** What a provider may send: in the customer's language, whatever the provider reads. */
export const providerMessage = {
  en: (identifier: string, link: string) =>
    `Hello,\n\nplease look at our Azure Lighthouse offer “${identifier}”. This link shows you in plain words what we would be able to do in your Azure environment, and leads you through accepting and delegating it:\n${link}\n\nYou need an account of your own organisation (not a guest) with the role Owner on what you want to delegate. Nothing happens before you confirm, and you can take the access back at any time.\n`,
  ko: (identifier: string, link: string) =>
    `안녕하세요.\n\n당사의 Azure Lighthouse 제안 “${identifier}”의 검토를 부탁드립니다. 아래 링크에서 당사가 고객님의 Azure 환경에서 할 수 있는 작업을 쉬운 말로 확인하고, 제안을 수락하고 위임하는 과정을 진행하실 수 있습니다.\n${link}\n\n위임할 범위에 소유자(Owner) 역할이 있는 귀사의 계정(게스트 계정 제외)이 필요합니다. 확인하기 전에는 아무 변경도 일어나지 않으며, 액세스는 언제든지 회수하실 수 있습니다.\n`,
};
