import { useText } from '../../text/TextContext.tsx';
import { Steps } from '../../ui/Steps.tsx';

/** Scopes, Review, Run: always visible. */
export function DelegateSteps({ current }: { readonly current: 0 | 1 | 2 }) {
  const { t } = useText();
  const { scopes, review, run } = t.delegate.stepNames;
  return <Steps label={t.delegate.steps} names={[scopes, review, run]} current={current} doneText={t.common.done} />;
}
