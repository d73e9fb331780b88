import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { useOpener } from '../shared/useOpener.ts';
import type { HandOverChoice } from './HandOverDialog.tsx';

const HandOverDialog = lazy(async () => ({ default: (await import('./HandOverDialog.tsx')).HandOverDialog }));

/** The second way to carry out what was confirmed: Azure's own deployment engine does it. */
export function LetAzureRun(props: {
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
  /** Confirmed, and nothing stands in the way. */
  readonly ready: boolean;
  /** It is being handed over. */
  readonly busy: boolean;
  readonly onHandOver: (choice: HandOverChoice) => void;
}) {
  const { t } = useText();
  const { open, onOpen, onClose } = useOpener();
  // No template takes anything away, and what is given back belongs to a removal.
  if (props.changeSet.kind === 'remove') return null;
  return (
    <>
      <Button appearance="secondary" disabledFocusable={!props.ready} onClick={onOpen}>
        {props.busy ? t.handOver.handing : t.handOver.button}
      </Button>
      {open && (
        <Suspense fallback={<span role="status">{t.handOver.loading}</span>}>
          <HandOverDialog
            changeSet={props.changeSet}
            fingerprint={props.fingerprint}
            onClose={onClose}
            onHandOver={(choice) => {
              onClose();
              props.onHandOver(choice);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
