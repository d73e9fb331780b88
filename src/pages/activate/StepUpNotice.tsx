import { Button } from '@fluentui/react-components';
import type { ActivationRequest } from '../../domain/activation.ts';
import type { Problem } from '../../domain/problem.ts';
import { keepActivation } from '../../storage/activationDraft.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import { claimsFor } from '../shared/claimsFor.ts';

/** Azure wants a stronger sign-in for a role: the request is kept, the person leaves for Entra, and it goes on. */
export function StepUpNotice(props: {
  readonly problem: Problem;
  readonly request: ActivationRequest;
  readonly onAgain: () => void;
}) {
  const { t } = useText();
  const { session } = useServices();
  return (
    <Notice
      tone="caution"
      announce
      title={t.activate.stepUpTitle}
      actions={
        <>
          <Button
            onClick={() => {
              keepActivation(props.request);
              void session.stepUp(claimsFor(props.problem));
            }}
          >
            {t.activate.stepUp}
          </Button>
          <Button appearance="subtle" onClick={props.onAgain}>
            {t.activate.again}
          </Button>
        </>
      }
    >
      <p>{t.activate.stepUpWhat}</p>
    </Notice>
  );
}
