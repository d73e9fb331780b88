import { passOnAnswer } from './auth/bridge.ts';

// The page Entra answers to. It must not run the app: the answer is handed on, and this page is gone.
await passOnAnswer();
