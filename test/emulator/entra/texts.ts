import type { Language } from '../host/respond.ts';

/** Every sentence of the sign-in pages. Functions take what varies; pages escape it. */
export interface SignInTexts {
  readonly emulator: string;
  readonly notReal: string;
  readonly pickTitle: string;
  readonly pickHint: (tenant: string | undefined) => string;
  readonly accounts: string;
  readonly signedIn: string;
  readonly suggested: string;
  readonly from: (tenant: string) => string;
  readonly notInTenant: (account: string, tenant: string) => string;
  readonly cancel: string;
  readonly otherLanguage: string;
  readonly otherAccount: string;
  readonly mfaTitle: string;
  readonly mfaBody: (account: string) => string;
  readonly approve: string;
  readonly consentTitle: string;
  readonly consentBody: (account: string) => string;
  readonly consentReturn: string;
  readonly permissionsTitle: string;
  readonly permissionsBody: (account: string) => string;
  readonly accept: string;
  readonly troubleTitle: string;
  readonly troubleHint: string;
  readonly signedOutTitle: string;
  readonly signedOutBody: string;
}

const en: SignInTexts = {
  emulator: 'Azure emulator',
  notReal: 'No real accounts, no passwords.',
  pickTitle: 'Pick an account',
  pickHint: (tenant) =>
    tenant === undefined
      ? 'Each person may do something else. Choose who you want to be.'
      : `You are signing in to ${tenant}. Each person may do something else there. Choose who you want to be.`,
  accounts: 'Accounts',
  signedIn: 'Signed in',
  suggested: 'Suggested',
  from: (tenant) => `from ${tenant}`,
  notInTenant: (account, tenant) =>
    `${account} has no account in ${tenant}. It has to be added there as an external user first. Choose another account.`,
  cancel: 'Cancel',
  otherLanguage: '한국어',
  otherAccount: 'Use another account',
  mfaTitle: 'Approve sign-in request',
  mfaBody: (account) => `${account} has to prove who they are a second time. Here one click is enough.`,
  approve: 'Approve',
  consentTitle: 'Need admin approval',
  consentBody: (account) =>
    `This app asks for permissions that only an administrator can grant. ${account} is not one. Ask an administrator to grant them, then sign in again.`,
  consentReturn: 'Return to the application without granting consent',
  permissionsTitle: 'Permissions requested',
  permissionsBody: (account) => `This app asks ${account} for permission to read, in their name:`,
  accept: 'Accept',
  troubleTitle: 'Sorry, but we’re having trouble signing you in.',
  troubleHint: 'The request of the app is not right. The person signing in cannot mend this.',
  signedOutTitle: 'You signed out of your account',
  signedOutBody: 'You can close this page.',
};

const ko: SignInTexts = {
  emulator: 'Azure 에뮬레이터',
  notReal: '실제 계정이나 암호를 사용하지 않습니다.',
  pickTitle: '계정 선택',
  pickHint: (tenant) =>
    tenant === undefined
      ? '사람마다 할 수 있는 일이 다릅니다. 누구로 로그인할지 선택하세요.'
      : `${tenant} 테넌트에 로그인합니다. 사람마다 할 수 있는 일이 다릅니다. 누구로 로그인할지 선택하세요.`,
  accounts: '계정 목록',
  signedIn: '로그인됨',
  suggested: '추천',
  from: (tenant) => `소속: ${tenant}`,
  notInTenant: (account, tenant) =>
    `${account} 계정은 ${tenant} 테넌트에 없습니다. 먼저 외부 사용자로 추가해야 합니다. 다른 계정을 선택하세요.`,
  cancel: '취소',
  otherLanguage: 'English',
  otherAccount: '다른 계정 사용',
  mfaTitle: '로그인 요청 승인',
  mfaBody: (account) => `${account} 계정은 다단계 인증이 필요합니다. 여기서는 한 번만 누르면 됩니다.`,
  approve: '승인',
  consentTitle: '관리자 승인 필요',
  consentBody: (account) =>
    `이 앱은 관리자만 부여할 수 있는 권한을 요청합니다. ${account} 계정은 관리자가 아닙니다. 관리자에게 권한 부여를 요청한 뒤 다시 로그인하세요.`,
  consentReturn: '동의하지 않고 애플리케이션으로 돌아가기',
  permissionsTitle: '요청된 권한',
  permissionsBody: (account) => `이 앱이 ${account} 계정을 대신해 다음을 읽을 수 있도록 권한을 요청합니다.`,
  accept: '수락',
  troubleTitle: '로그인하는 동안 문제가 발생했습니다.',
  troubleHint: '앱의 요청이 올바르지 않습니다. 로그인하는 사람이 고칠 수 없는 문제입니다.',
  signedOutTitle: '계정에서 로그아웃했습니다',
  signedOutBody: '이 페이지를 닫아도 됩니다.',
};

/** The sentences of one language. */
export function signInTexts(language: Language): SignInTexts {
  return language === 'ko' ? ko : en;
}
