import type * as original from '../en/signIn.ts';
import type { Section } from '../types.ts';

export const signIn = {
  signedOut: {
    title: '로그아웃했습니다',
    next: '이 탭에서 토큰을 지웠습니다. 기록처럼 이 기기에 보관한 내용은 그대로 있습니다.',
  },
  microsoftSays: 'Microsoft의 응답',
  help: '이 앱에 대한 문의:',
  approval: '관리자가 승인하는 주소:',
  problems: {
    notInTenant: {
      title: '이 계정은 해당 조직에 속해 있지 않습니다',
      next: '위임하려는 구독이 있는 조직의 계정으로 로그인하세요.',
    },
    consentNeeded: {
      title: '관리자가 먼저 이 앱을 승인해야 합니다',
      next: 'Microsoft Entra 테넌트 관리자에게 조직 전체에 대해 한 번 승인해 달라고 요청하세요. 앱이 요청하는 권한은 하나뿐이며, 사용자 본인의 권한으로 Azure를 사용하는 것입니다.',
    },
    mfaNeeded: {
      title: 'Microsoft에서 본인 확인을 요청합니다',
      next: '다시 로그인하고 휴대폰 등으로 추가 인증을 마치세요.',
    },
    signInBlocked: {
      title: '조직에서 이 로그인을 차단했습니다',
      next: '조직에서 허용하는 기기나 네트워크를 사용하거나 관리자에게 문의하세요. 아래 번호로 어떤 규칙인지 알 수 있습니다.',
    },
    appNotSetUp: {
      title: '현재 설정으로는 Microsoft에서 이 앱을 허용하지 않습니다',
      next: '앱 운영 담당자가 앱 등록이나 config.json을 고쳐야 합니다. 아래 응답을 담당자에게 보내세요.',
    },
    signInNeeded: {
      title: '다시 로그인하세요',
      next: '이전 로그인이 끝났거나 로그인 응답이 이 탭에 도착하지 않았습니다.',
    },
    signInCancelled: {
      title: '로그인하지 않고 돌아왔습니다',
      next: '변경된 내용은 없습니다. 준비되면 로그인하세요.',
    },
    storageBlocked: {
      title: '브라우저가 이 사이트의 데이터 저장을 막고 있습니다',
      next: '로그인하려면 이 탭에 약간의 저장 공간이 필요합니다. 이 주소의 사이트 데이터를 허용한 뒤 로그인하세요.',
    },
    offline: {
      title: 'Microsoft 로그인에 연결할 수 없습니다',
      next: '네트워크 연결과 프록시의 주소 차단 여부를 확인한 뒤 다시 시도하세요.',
    },
    throttled: {
      title: '짧은 시간에 로그인을 너무 많이 시도했습니다',
      next: '1분쯤 기다린 뒤 다시 로그인하세요.',
    },
    azureDown: {
      title: 'Microsoft 로그인에 문제가 있습니다',
      next: 'Microsoft 쪽의 문제입니다. 몇 분 뒤에 다시 시도하세요.',
    },
    badAnswer: {
      title: 'Microsoft의 응답이 아닙니다',
      next: '프록시 등이 응답을 바꾸었을 수 있습니다. 다시 시도하거나 다른 네트워크에서 시도하세요.',
    },
    unexpected: {
      title: '로그인하지 못했습니다',
      next: '다시 시도하세요. 계속되면 아래 응답을 앱 운영 담당자에게 보내세요.',
    },
  },
  config: {
    title: '앱이 아직 설정되지 않았습니다',
    forWhom:
      '앱 운영 담당자를 위한 안내입니다. 아무 데이터도 전송되지 않았으며, 설정을 고칠 때까지 로그인할 수 없습니다.',
    next: '해결 방법',
    retry: '다시 시도',
    found: '현재 값',
    faults: {
      unreachable: {
        what: 'config.json 파일을 불러오지 못했습니다.',
        next: '이 사이트에 대한 연결을 확인한 뒤 다시 시도하세요.',
      },
      missing: {
        what: 'config.json 파일이 없습니다.',
        next: 'index.html과 같은 위치에 config.json을 두세요. clientId와 tenant, 두 필드가 필요합니다.',
      },
      html: {
        what: 'config.json 대신 웹 페이지가 왔습니다.',
        next: 'index.html과 같은 위치에 config.json을 두고, 없는 파일에 시작 페이지로 응답하지 않도록 호스트를 설정하세요.',
      },
      notJson: {
        what: 'config.json 파일이 올바른 JSON이 아닙니다.',
        next: '빠진 따옴표, 불필요한 쉼표, 주석이 있는지 확인하세요.',
      },
      notObject: {
        what: 'config.json 파일에 개체가 없습니다.',
        next: '{로 시작하고 }로 끝나야 하며 그 사이에 필드가 있어야 합니다.',
      },
      fieldMissing: (field) => `config.json에 ${field} 필드가 없습니다.`,
      fieldInvalid: (field) => `config.json의 ${field} 필드 값은 앱에서 사용할 수 없습니다.`,
      fieldUnknown: {
        what: (field) => `config.json의 ${field} 필드는 앱에서 알 수 없는 필드입니다.`,
        next: (format, known) => `이름을 고치거나 필드를 제거하세요. 사용할 수 있는 필드: ${format.list(known)}.`,
      },
      localElsewhere: {
        what: (hostname) =>
          `config.json의 local 필드는 이 컴퓨터에서만 쓸 수 있지만, 앱이 열린 주소는 ${hostname}입니다.`,
        next: 'local 필드를 제거하세요. localhost에서 에뮬레이트한 Azure를 위한 필드입니다.',
      },
    },
    expected: {
      text: '스키마 주소를 입력하거나 필드를 제거하세요.',
      guid: '앱 등록의 애플리케이션(클라이언트) ID를 입력하세요. 예: 00000000-0000-0000-0000-000000000000.',
      tenant: '테넌트 ID(GUID)를 입력하거나, 모든 조직의 계정을 허용하려면 organizations를 입력하세요.',
      cloud: 'public, usgov, china 중 하나를 입력하거나 필드를 제거하세요. 제거하면 public을 사용합니다.',
      blockOrWarn: 'block 또는 warn을 입력하거나 필드를 제거하세요. 제거하면 block을 사용합니다.',
      guidList: '테넌트 ID(GUID) 목록을 입력하거나 필드를 제거하세요.',
      planList: '플랜 목록을 버전 없이 publisher.product.plan 형식으로 입력하거나 필드를 제거하세요.',
      yesOrNo: 'true 또는 false를 입력하거나 필드를 제거하세요. 제거하면 false를 사용합니다.',
      contact: '메일 주소나 https 주소를 입력하거나 필드를 제거하세요.',
      language: 'en 또는 ko를 입력하거나 필드를 제거하세요.',
      local: 'entra 및 arm 필드가 있는 개체를 입력하거나 필드를 제거하세요.',
      loopbackOrigin: '이 컴퓨터의 원본을 경로 없이 입력하세요. 예: http://localhost:5174.',
    },
  },
} satisfies Section<typeof original.signIn>;
