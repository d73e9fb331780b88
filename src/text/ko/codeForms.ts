import type { Catalog } from '../en/catalog.ts';

/** 제거를 명령으로 저장하기. */
export const removalCode: Catalog['removalCode'] = {
  note: {
    cli: 'bash에서 remove.sh를 실행하세요. 위임을 제거하고 Azure에서 하나씩 없어진 것을 확인한 다음 사본을 삭제하며, 마지막으로 남는 것을 다시 씁니다. 다시 실행해도 이미 없어진 것은 건드리지 않습니다.',
    powerShell:
      'remove.ps1을 실행하세요. 위임을 제거하고 Azure에서 하나씩 없어진 것을 확인한 다음 사본을 삭제하며, 마지막으로 남는 것을 다시 씁니다. 다시 실행해도 이미 없어진 것은 건드리지 않습니다.',
  },
  cannotTitle: {
    arm: 'ARM 템플릿으로는 액세스 권한을 회수할 수 없습니다',
    bicep: 'Bicep으로는 액세스 권한을 회수할 수 없습니다',
    terraform: 'Terraform은 직접 만든 것만 제거합니다',
  },
  cannot: {
    arm: '배포는 추가하고 변경할 뿐 위임을 삭제하지 않습니다. Azure CLI 또는 PowerShell 명령을 사용하세요. 배포 스택으로 위임을 만들었다면 스택의 템플릿에서 위임을 빼고, 더 이상 포함하지 않는 리소스를 스택이 삭제하게 하세요.',
    bicep:
      '배포는 추가하고 변경할 뿐 위임을 삭제하지 않습니다. Azure CLI 또는 PowerShell 명령을 사용하세요. 배포 스택으로 위임을 만들었다면 스택의 Bicep 파일에서 위임을 빼고, 더 이상 포함하지 않는 리소스를 스택이 삭제하게 하세요.',
    terraform:
      'Terraform은 자체 상태(state)에 있는 것만 삭제합니다. 구성으로 위임을 만들었다면 해당 블록을 빼고 적용(apply)하세요. 그렇지 않으면 Azure CLI 또는 PowerShell 명령을 사용하세요. 권한을 공유하는 다른 위임을 다시 쓰는 일도 Terraform이 아니라 명령으로 해야 합니다.',
  },
  toCommands: 'Azure CLI 명령 보기',
};

/** 위임을 앞으로 생길 구독을 위한 정책으로 저장하기. */
export const policyCode: Catalog['policyCode'] = {
  tab: 'Azure Policy',
  lead: '관리 그룹용 정책(deployIfNotExists)입니다. 관리 그룹에 새로 들어오는 구독마다 Azure가 이 검토와 같은 액세스 권한을 부여합니다.',
  widerTitle: '이 검토보다 범위가 넓습니다',
  wider: '정책을 배포하는 관리 그룹의 모든 구독에 적용되며, 아무도 검토하지 않은 앞으로의 구독도 포함됩니다.',
  limitsTitle: '필요한 것과 할 수 없는 것',
  limits: [
    '구독에 Microsoft.ManagedServices가 미리 등록되어 있어야 합니다. 등록되어 있지 않으면 정책이 그 구독에서 아무 일도 하지 않습니다.',
    '관리 테넌트와 이름을 기준으로 구독 안에서 제안의 사본을 찾습니다. 다른 구독의 사본을 참조하는 위임처럼 다른 방식으로 만든 위임은 알아보지 못하고 한 번 더 위임합니다. 그런 구독은 제외하세요(매개 변수 leftOut).',
    '새 버전은 알지 못합니다. 제안이 업데이트되어도 정책이 위임한 구독에는 반영되지 않습니다.',
    '위임에 필요하므로 정책의 관리 ID에 관리 그룹의 소유자 역할이 부여됩니다. 누가 정책을 변경할 수 있는지 살펴보세요.',
    '이미 있는 구독에는 수정 작업이 필요합니다. 요청하면 명령이 수정 작업을 시작합니다.',
    '결과는 앱에 전달되지 않습니다. 위임 페이지에서 Azure의 상태를 확인하세요.',
    '배포하는 사람은 관리 그룹의 소유자여야 합니다. 중단하려면 정책, 할당, ID를 삭제하세요. 이미 위임된 것은 그대로 남습니다.',
  ],
  leftOut: '정책이 건드리지 않을 구독의 ID입니다. 이 검토에서 이미 위임된 것으로 확인된 구독이 들어 있습니다.',
  note: '파일을 한 폴더에 넣으세요. deploy-policy.sh에는 MANAGEMENT_GROUP과 LOCATION 변수를, deploy-policy.ps1에는 ManagementGroup과 Location 매개 변수를 지정합니다.',
  unproven: 'Microsoft가 공개한 샘플을 따른 템플릿이며 실제 Azure에서 실행해 보지는 않았습니다.',
  displayName: (offer) => `구독 위임: ${offer} (Azure Lighthouse)`,
  description:
    '제안의 사본이 없는 구독마다 사본을 저장하고 구독을 위임합니다. Microsoft.ManagedServices를 미리 등록해야 합니다. 다른 방식으로 만든 위임과 제안의 업데이트는 알아보지 못합니다. 정책의 관리 ID가 소유자 역할을 가집니다. 이미 있는 구독에는 수정 작업이 필요합니다.',
  noneTitle: '정책으로 만들 수 없음',
  none: {
    marketplace:
      'Azure에서 마켓플레이스 제안은 사람이 수락해야 하며, Microsoft 문서에 따르면 여러 구독에 자동으로 적용할 수 없습니다. 위임 범위 현황 페이지에 새 구독이 표시되며 한 번에 위임할 수 있습니다. 정책이 필요하면 공급자에게 ARM 템플릿 형태의 제안을 요청하세요.',
    resourceGroups: '이 검토는 리소스 그룹을 위임합니다. 이런 정책은 구독 전체를 위임하므로 검토한 범위를 넘습니다.',
  },
};
