import type { Expected, TemplateFile } from '../../domain/template/templateProblem.ts';
import type * as original from '../en/template.ts';
import type { Section } from '../types.ts';
import { withParticle } from './particle.ts';

const fileNames: Readonly<Record<TemplateFile, string>> = { template: '템플릿', parameters: '매개 변수 파일' };

const expected: Readonly<Record<Expected, string>> = {
  text: '텍스트',
  list: '목록',
  object: '개체',
  number: '정수',
  yesNo: 'true 또는 false',
  guid: 'ID(GUID)',
  mfaProvider: 'Azure 또는 None',
  duration: 'PT8H, PT30M과 같은 기간',
};

export const template = {
  title: '템플릿으로 제안 추가',
  lead: '서비스 공급자가 Marketplace 제안 대신 ARM 템플릿을 보냈을 수 있습니다. 템플릿은 이 브라우저에서만 읽습니다. 아무것도 배포하지 않으며, 확인하기 전에는 어떤 내용도 이 기기를 벗어나지 않습니다.',
  add: '템플릿으로 추가',
  files: {
    title: '서비스 공급자의 파일',
    drop: '템플릿을 여기에 놓으세요. 매개 변수 파일이 있으면 함께 놓으세요',
    dropNow: '놓으면 파일을 읽습니다',
    template: '템플릿',
    parameters: '매개 변수 파일(있는 경우)',
    choose: { template: '템플릿 선택', parameters: '매개 변수 파일 선택' },
    paste: { template: '템플릿 붙여넣기', parameters: '매개 변수 파일 붙여넣기' },
    pasted: '붙여넣은 텍스트',
    pasteHint: 'JSON 파일의 전체 내용을 붙여넣으세요.',
    read: '이 텍스트 읽기',
    cancel: '취소',
    remove: { template: '템플릿 제거', parameters: '매개 변수 파일 제거' },
    characters: (format, n) => `${format.number(n)}자`,
    none: '아직 없음',
    reading: '파일을 읽는 중',
  },
  refusedTitle: '이 템플릿은 사용할 수 없습니다',
  refusedWhat: '아무것도 배포하지 않았습니다. 파일은 서비스 공급자가 고쳐야 합니다.',
  copyForProvider: '공급자에게 보낼 내용 복사',
  message: {
    start: '보내 주신 Azure Lighthouse 템플릿을 사용할 수 없습니다.',
    end: '수정한 파일을 보내 주시기 바랍니다.',
  },
  place: {
    line: (line) => `${line}번째 줄`,
    lineAndColumn: (line, column) => `${line}번째 줄, ${column}번째 글자`,
  },
  problem: {
    emptyFile: ({ file }) => `${fileNames[file]}에 내용이 없습니다.`,
    notText: ({ file }) => `${withParticle(fileNames[file], '은/는')} 텍스트 파일이 아닙니다.`,
    tooLarge: ({ file, limit }, format) =>
      `${withParticle(fileNames[file], '이/가')} ${format.number(limit)}자를 넘습니다. 액세스를 위임하는 템플릿은 이보다 훨씬 짧습니다.`,
    tooDeep: ({ file, limit }, format) =>
      `${fileNames[file]}의 괄호가 ${format.number(limit)}단계 넘게 중첩되어 있습니다.`,
    tooManyValues: ({ file, limit }, format) => `${fileNames[file]}에 값이 ${format.number(limit)}개 넘게 있습니다.`,
    malformed: ({ file }) =>
      `${withParticle(fileNames[file], '이/가')} 올바른 JSON이 아닙니다. 이 위치에서 형식이 어긋나거나 내용이 잘렸습니다.`,
    textAfterEnd: ({ file }) =>
      `${withParticle(fileNames[file], '이/가')} 끝난 뒤에도 내용이 이어집니다. 닫는 괄호가 하나 더 있는지 확인하세요.`,
    keyTwice: ({ file, key }) =>
      `${fileNames[file]}의 같은 위치에 “${key}” 키가 두 번 있어 어느 것이 유효한지 알 수 없습니다.`,
    forbiddenKey: ({ file, key }) =>
      `${fileNames[file]}에 “${key}” 키가 있습니다. Azure에서 쓰지 않는 키이며, 파일을 읽는 프로그램에 해를 줄 수 있습니다.`,
    notTemplate: () => 'ARM 템플릿이 아닙니다. 리소스가 없거나 $schema가 Azure의 것이 아닙니다.',
    parametersAsTemplate: () => '매개 변수 파일입니다. 템플릿이 없습니다.',
    notParameters: () => '두 번째 파일이 매개 변수 파일이 아닙니다.',
    wrongLevel: () =>
      '관리 그룹이나 테넌트 전체를 대상으로 하는 템플릿입니다. Azure에서는 구독과 리소스 그룹만 위임할 수 있습니다.',
    otherType: ({ type }) =>
      `“${type}”도 배포하려고 합니다. 이 앱은 제안과 위임만 받아들이며, 그 사이에 숨을 수 있는 다른 리소스는 받아들이지 않습니다.`,
    extraProperty: ({ name }) => `제안에 속하지 않는 “${name}” 항목이 있습니다.`,
    linkedTemplate: () => '인터넷 주소에서 다른 파일을 불러옵니다. 그 파일의 내용은 여기에서 검토할 수 없습니다.',
    completeMode: () => '리소스 그룹의 다른 모든 리소스를 삭제하는 “Complete” 모드로 배포합니다.',
    missingProperty: ({ name }) => `“${name}” 값이 없거나 비어 있습니다.`,
    wrongValue: (found) => `이 위치에 올 수 있는 값: ${expected[found.expected]}`,
    tooNested: ({ limit }, format) => `배포가 ${format.number(limit)}단계 넘게 중첩되어 있습니다.`,
    tooManyCopies: ({ limit }, format) => `${format.number(limit)}번 넘게 반복하는 루프가 있습니다.`,
    badExpression: ({ expression }) => `“${expression}” 식은 Azure의 템플릿 식이 아닙니다.`,
    expressionTooLong: ({ limit }, format) => `${format.number(limit)}자를 넘는 식이 있습니다.`,
    unknownParameter: ({ name }) => `선언하지 않은 매개 변수를 사용합니다: “${name}”`,
    unknownVariable: ({ name }) => `정의하지 않은 변수를 사용합니다: “${name}”`,
    circular: ({ name }) => `“${name}” 값이 자기 자신에 의존합니다.`,
    badArguments: ({ name }) => `“${name}” 함수에 사용할 수 없는 값입니다.`,
    noSuchPart: ({ name }) => `“${name}”에서 찾는 항목이 없습니다.`,
    tooMuchWork: () => '값을 계산하는 데 시간이 너무 오래 걸립니다. 제안에는 이런 계산이 필요하지 않습니다.',
    surplusParameter: ({ name }) => `템플릿에 없는 매개 변수 “${name}”의 값이 있습니다.`,
    keyVaultParameter: ({ name }) => `“${name}” 값이 Key Vault에 있습니다. 이 앱은 Key Vault를 읽지 않습니다.`,
    parameterType: ({ name }) => `“${name}” 값의 형식이 템플릿과 맞지 않습니다.`,
    parameterNotAllowed: ({ name }) => `“${name}” 값은 템플릿에서 허용하지 않습니다.`,
    noOffer: () => '템플릿에 제안이 없습니다.',
    offerElsewhere: () => '템플릿에 없는 제안에 위임하려고 합니다. 어떤 제안인지 알 수 없습니다.',
    definitionInGroup: () => '제안을 리소스 그룹에 저장하려고 합니다. Azure에서는 제안을 구독에만 저장합니다.',
    dependsOnSubscription: () => '제안의 내용이 구독마다 달라지므로 하나로 검토할 수 없습니다.',
    sameOfferTwice: ({ name }) => `이름이 “${name}”인 서로 다른 제안이 두 개 있습니다.`,
    placeholder: ({ text }) => `채우지 않은 빈칸이나 마크업으로 보이는 내용이 있습니다: “${text}”`,
    hiddenCharacters: ({ character }) =>
      `텍스트에 보이지 않는 문자(${character})가 있어 다른 내용으로 읽힐 수 있습니다.`,
  },
  asks: {
    title: '파일에 없는 값',
    lead: '서비스 공급자에게 확인해 입력하세요. 앱은 값을 추측하지 않습니다.',
    expression: '이 앱이 계산할 수 없는 식입니다. 배포할 때의 실제 값을 입력하세요.',
    json: '매개 변수 파일과 같은 JSON 형식',
    wrong: '템플릿에서 사용할 수 없는 값입니다.',
    yes: '예',
    no: '아니요',
    choose: '값 선택',
    action: '계속',
  },
  chooseTitle: '어느 제안을 추가할까요?',
  chooseLead: '템플릿에 제안이 여러 개 있습니다. 제안마다 따로 검토하고 위임합니다.',
  notYet: '템플릿에서 읽은 내용입니다. Azure에는 저장되지 않았습니다.',
  stored: (format, n) =>
    n === 0
      ? '이미 수락한 제안이며 액세스 권한이 같습니다. 바로 위임할 수 있습니다.'
      : `이미 수락한 제안이며 액세스 권한이 같습니다. 범위 ${format.number(n)}개가 위임되어 있으며, 더 위임할 수 있습니다.`,
  updateTitle: '이름과 공급자가 같은 제안을 다른 액세스 권한으로 이미 수락했습니다',
  updateWhat:
    '그대로 진행하면 이전 액세스 권한이 남습니다. 두 제안을 비교해 유지하거나 수락하세요. 수락하면 이 제안에 위임된 모든 범위에 적용됩니다.',
  seeStored: '수락한 제안 보기',
  planTitle: '이 템플릿에는 Marketplace 플랜이 지정되어 있습니다',
  planWhat:
    '먼저 Azure Portal에서 제안을 수락하세요. 수락하면 여기에 표시됩니다. 다른 방법으로 저장하면 Azure에서 거부할 수 있습니다. 계속하면 템플릿의 내용을 그대로 저장합니다.',
  wanted: {
    title: '템플릿이 위임하려는 범위',
    subscription: '선택하는 구독 전체',
    theSubscription: (id) => `구독 ${id} 전체`,
    group: (name) => `선택하는 구독의 리소스 그룹 ${name}`,
    groupIn: (name, id) => `구독 ${id}의 리소스 그룹 ${name}`,
    anyGroup: '선택하는 리소스 그룹',
    nothing: '없음. 제안만 저장합니다.',
    free: '위임할 범위는 직접 정합니다. 다음 단계에서 모든 구독과 리소스 그룹을 보고 다른 범위를 선택하거나 더 추가할 수 있습니다.',
    where: '이 리소스 그룹이 있는 구독',
    later: '다음 단계에서 선택',
  },
  remarksTitle: '이 템플릿에서 알아 둘 점',
  remark: {
    leftOut: '조건이 맞지 않아 제외된 부분이 있습니다.',
    offerElsewhere: '템플릿에 없는 제안에도 위임하려고 합니다. Azure에서 거부하는 내용이므로 이 앱은 제외합니다.',
  },
  namesWhat: '저장할 때 템플릿이 계산한 이름을 그대로 사용하므로, 나중에 템플릿을 배포해도 같은 제안으로 인식됩니다.',
  next: '범위 선택',
  nextHint: '아직 아무것도 기록하지 않았습니다.',
  needsTemplate: '템플릿으로 추가한 제안이라면 먼저 템플릿을 여세요.',
} satisfies Section<typeof original.template>;
