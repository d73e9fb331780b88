import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
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
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (!open) opener.current?.focus();
  }, [open]);
  // No template takes anything away, and what is given back belongs to a removal.
  const canBe = props.changeSet.items.every(
    ({ does }) => does === 'delegate' || does === 'accept' || does === 'update',
  );
  if (!canBe) return null;
  return (
    <>
      <Button
        appearance="secondary"
        disabledFocusable={!props.ready}
        onClick={({ currentTarget }) => {
          opener.current = currentTarget;
          setOpen(true);
        }}
      >
        {props.busy ? t.handOver.handing : t.handOver.button}
      </Button>
      {open && (
        <Suspense fallback={<span role="status">{t.handOver.loading}</span>}>
          <HandOverDialog
            changeSet={props.changeSet}
            fingerprint={props.fingerprint}
            onClose={() => setOpen(false)}
            onHandOver={(choice) => {
              setOpen(false);
              props.onHandOver(choice);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
