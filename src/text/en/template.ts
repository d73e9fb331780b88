import type {
  Expected,
  TemplateFile,
  TemplateProblem,
  TemplateProblemCode,
} from '../../domain/template/templateProblem.ts';
import type { Format } from '../format.ts';

const fileNames: Readonly<Record<TemplateFile, string>> = { template: 'template', parameters: 'parameter file' };

const expected: Readonly<Record<Expected, string>> = {
  text: 'text',
  list: 'a list',
  object: 'an object',
  number: 'a whole number',
  yesNo: 'true or false',
  guid: 'an id (GUID)',
  mfaProvider: 'Azure or None',
  duration: 'a duration such as PT8H or PT30M',
};

type Sentences = {
  readonly [Code in TemplateProblemCode]: (
    problem: Extract<TemplateProblem, { readonly code: Code }>,
    format: Format,
  ) => string;
};

/** Why a template is not taken in: one sentence each. */
const problem: Sentences = {
  emptyFile: ({ file }) => `The ${fileNames[file]} is empty.`,
  notText: ({ file }) => `The ${fileNames[file]} is not a text file.`,
  tooLarge: ({ file, limit }, format) =>
    `The ${fileNames[file]} is longer than ${format.number(limit)} characters. A template that delegates access is far shorter.`,
  tooDeep: ({ file, limit }, format) =>
    `The ${fileNames[file]} has more than ${format.number(limit)} levels of brackets within each other.`,
  tooManyValues: ({ file, limit }, format) => `The ${fileNames[file]} holds more than ${format.number(limit)} values.`,
  malformed: ({ file }) => `The ${fileNames[file]} is not valid JSON: it breaks here, or was cut off.`,
  textAfterEnd: ({ file }) => `The ${fileNames[file]} goes on after its end; perhaps there is a bracket too many.`,
  keyTwice: ({ file, key }) =>
    `The ${fileNames[file]} says “${key}” twice in one place, so nobody can tell which one counts.`,
  forbiddenKey: ({ file, key }) =>
    `The ${fileNames[file]} contains the key “${key}”, which Azure does not know and which can harm programs that read it.`,
  notTemplate: () => 'This is not an ARM template: it has no resources, or its $schema is not one of Azure’s.',
  parametersAsTemplate: () => 'This is a parameter file. The template itself is missing.',
  notParameters: () => 'The second file is not a parameter file.',
  wrongLevel: () =>
    'This template is made for a management group or a whole tenant. Azure delegates subscriptions and resource groups only.',
  otherType: ({ type }) =>
    `It would also deploy “${type}”. This app takes offers and delegations, and nothing else that could hide among them.`,
  extraProperty: ({ name }) => `It contains “${name}”, which does not belong to an offer.`,
  linkedTemplate: () =>
    'It loads another file from an address on the internet. What that file says cannot be reviewed here.',
  completeMode: () => 'It deploys in “Complete” mode, which deletes everything else in the resource group.',
  missingProperty: ({ name }) => `“${name}” is missing or empty.`,
  wrongValue: (found) => `The value here must be ${expected[found.expected]}.`,
  tooNested: ({ limit }, format) => `It has more than ${format.number(limit)} deployments within each other.`,
  tooManyCopies: ({ limit }, format) => `It has a loop of more than ${format.number(limit)} turns.`,
  badExpression: ({ expression }) => `The expression “${expression}” is not one that Azure knows.`,
  expressionTooLong: ({ limit }, format) => `It has an expression longer than ${format.number(limit)} characters.`,
  unknownParameter: ({ name }) => `It uses the parameter “${name}”, which it does not declare.`,
  unknownVariable: ({ name }) => `It uses the variable “${name}”, which it does not define.`,
  circular: ({ name }) => `“${name}” depends on itself.`,
  badArguments: ({ name }) => `The function “${name}” cannot take these values.`,
  noSuchPart: ({ name }) => `“${name}” asks for a part that is not there.`,
  tooMuchWork: () => 'Working out its values would take too long. An offer does not need that.',
  surplusParameter: ({ name }) => `There is a value for “${name}”, a parameter that the template does not have.`,
  keyVaultParameter: ({ name }) => `The value of “${name}” is kept in a key vault, where this app does not look.`,
  parameterType: ({ name }) => `The value of “${name}” is not of the kind that the template asks for.`,
  parameterNotAllowed: ({ name }) => `The value of “${name}” is not one that the template allows.`,
  noOffer: () => 'It contains no offer.',
  offerElsewhere: () => 'It delegates to an offer that is not in it, so nobody can say to what.',
  definitionInGroup: () => 'It stores the offer in a resource group. Azure keeps offers in subscriptions only.',
  dependsOnSubscription: () =>
    'What it offers would differ from subscription to subscription, so it cannot be reviewed as one.',
  sameOfferTwice: ({ name }) => `It contains two different offers by the name “${name}”.`,
  placeholder: ({ text }) => `“${text}” looks like a gap that nobody has filled in, or like markup.`,
  hiddenCharacters: ({ character }) =>
    `A text contains the hidden character ${character}, which can make it read as something else.`,
};

export const template = {
  title: 'Add an offer from a template',
  lead: 'Your provider may have sent you an ARM template instead of a marketplace offer. It is read here, in your browser: nothing is deployed, and nothing leaves this device before you confirm.',
  add: 'From a template',
  files: {
    title: 'The provider’s files',
    drop: 'Drop the template here, with its parameter file if there is one',
    dropNow: 'Let go to read the files',
    template: 'Template',
    parameters: 'Parameter file (if there is one)',
    choose: { template: 'Choose the template', parameters: 'Choose the parameter file' },
    paste: { template: 'Paste the template', parameters: 'Paste the parameter file' },
    pasted: 'Pasted text',
    pasteHint: 'The whole text of the file, in JSON.',
    read: 'Read this text',
    cancel: 'Cancel',
    remove: { template: 'Remove the template', parameters: 'Remove the parameter file' },
    characters: (format: Format, n: number) => format.count(n, 'character', 'characters'),
    none: 'None yet',
    reading: 'Reading the files',
  },
  refusedTitle: 'This template cannot be taken in',
  refusedWhat: 'Nothing was deployed. The files are the provider’s to mend.',
  copyForProvider: 'Copy for the provider',
  message: {
    start: 'We could not take in your Azure Lighthouse template:',
    end: 'Please send us a corrected file.',
  },
  place: {
    line: (line: string) => `line ${line}`,
    lineAndColumn: (line: string, column: string) => `line ${line}, column ${column}`,
  },
  problem,
  asks: {
    title: 'What the files do not say',
    lead: 'Your provider can tell you these values. Nothing is guessed.',
    expression: 'This app cannot work this out. Enter the value that it has in your deployment.',
    json: 'In JSON, as in a parameter file',
    wrong: 'The template does not take this value.',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose a value',
    action: 'Continue',
  },
  chooseTitle: 'Which of these offers?',
  chooseLead: 'The template contains several. Each is reviewed and delegated by itself.',
  notYet: 'Read from the template. Not stored in Azure.',
  stored: (format: Format, n: number) =>
    n === 0
      ? 'This offer is accepted already, with the same access. You can delegate to it.'
      : `This offer is accepted already, with the same access, and ${format.count(n, 'scope is', 'scopes are')} delegated to it. You can delegate more.`,
  updateTitle: 'An offer of this name and provider is accepted already, with other access',
  updateWhat:
    'Going on from here would leave the old access in place. Compare the two, and keep or accept: that reaches every scope that is delegated to it.',
  seeStored: 'See the accepted offer',
  planTitle: 'This template names a marketplace plan',
  planWhat:
    'Accept the offer in the Azure portal first; it appears here afterwards. Azure may refuse to store it in another way. If you go on, this app stores exactly what the template says.',
  wanted: {
    title: 'What the template wants to delegate',
    subscription: 'The whole subscription that you choose',
    theSubscription: (id: string) => `The whole subscription ${id}`,
    group: (name: string) => `The resource group ${name}, in the subscription that you choose`,
    groupIn: (name: string, id: string) => `The resource group ${name} in the subscription ${id}`,
    anyGroup: 'The resource group that you choose',
    nothing: 'Nothing yet: it only stores the offer.',
    free: 'You decide: the next step shows all your subscriptions and resource groups, and you may choose others, or more.',
    where: 'Look for these resource groups in',
    later: 'Choose in the next step',
  },
  remarksTitle: 'What you should know about this template',
  remark: {
    leftOut: 'A part is left out, because its condition does not hold.',
    offerElsewhere:
      'It would also delegate to an offer that is not in it. Azure would refuse that, and this app leaves it out.',
  },
  namesWhat:
    'What is stored keeps the names that the template computes, so that deploying the template later finds the same offer.',
  next: 'Choose scopes',
  nextHint: 'Nothing is written yet.',
  needsTemplate: 'If this offer comes from a template, open the template first.',
};
