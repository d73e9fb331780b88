import type { Catalog } from '../en/catalog.ts';

/** 변경 내용을 코드로 저장하기. */
export const asCode: Catalog['asCode'] = {
  button: '코드로 저장',
  title: '코드로 저장',
  loading: '코드를 만드는 중',
  lead: '여기서 바로 실행하는 대신 이 변경을 조직의 변경 관리 절차로 넘길 수 있습니다. 파일은 이 검토에 나온 내용을 같은 ID와 이름으로 수행합니다. 지금은 아무것도 쓰지 않습니다.',
  rights:
    '파일을 실행하는 사람에게도 여기서와 같은 권한이 필요합니다. 이 테넌트의 구성원이면서 각 구독의 소유자여야 합니다.',
  yours:
    '실행 결과는 앱에 전달되지 않으며 확인서도 만들어지지 않습니다. 실행한 뒤 위임 페이지에서 Azure의 상태를 확인하세요.',
  formats: '도구',
  format: { arm: 'ARM 템플릿', bicep: 'Bicep', cli: 'Azure CLI', powerShell: 'PowerShell', terraform: 'Terraform' },
  ways: '모든 구독에 제안의 사본 저장',
  waysHint:
    '앱에서 실행하면 먼저 사본 하나를 참조하고 Azure가 요구할 때만 사본을 저장합니다. 코드는 그렇게 시도할 수 없으므로, Azure가 참조를 거부하면 이 항목을 선택하세요.',
  note: {
    arm: '구독 수준 배포 하나입니다. 가능한 경우 Azure가 Microsoft.ManagedServices를 자동으로 등록합니다.',
    bicep: '모든 파일을 한 폴더에 넣고 main.bicep을 구독 수준에서 배포하세요.',
    cli: '두 파일을 한 폴더에 넣으세요. LOCATION에 배포 기록을 보관할 Azure 지역을 지정한 다음 bash에서 deploy.sh를 실행하세요.',
    powerShell:
      '두 파일을 한 폴더에 넣고, 배포 기록을 보관할 Azure 지역을 -Location에 지정하여 deploy.ps1을 실행하세요.',
    terraform: 'azurerm 공급자 버전 4용입니다. 적용하기 전에 계획(plan)을 확인하세요.',
  },
  onlyIfExists: '변경이 이미 수행된 경우에만 이 파일을 추가하세요. Terraform이 기존 리소스를 이어받습니다.',
  tooLargeTitle: '배포 하나에 담기에는 너무 큽니다',
  tooLargeWhat: (format, resources, most) =>
    `Azure는 배포 하나에 리소스를 최대 ${format.number(most)}개까지 허용하는데, 이 변경에는 ${format.number(resources)}개가 필요합니다. 범위를 나누어 선택하거나 Terraform을 사용하세요.`,
  copy: (file) => `${file} 복사`,
  copied: '복사했습니다',
  download: (file) => `${file} 다운로드`,
  close: '닫기',
};
