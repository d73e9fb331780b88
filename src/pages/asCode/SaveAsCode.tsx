import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';

const CodeDialog = lazy(async () => ({ default: (await import('./CodeDialog.tsx')).CodeDialog }));

/** Leads from a review to the same change as code. The writers are loaded when somebody asks for them. */
export function SaveAsCode(props: { readonly changeSet: ChangeSet; readonly fingerprint: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLElement>(undefined);
  useEffect(() => {
    // Back to where the person was, once the dialog is gone.
    if (!open) opener.current?.focus();
  }, [open]);
  return (
    <>
      <Button
        appearance="secondary"
        onClick={({ currentTarget }) => {
          opener.current = currentTarget;
          setOpen(true);
        }}
      >
        {t.asCode.button}
      </Button>
      {open && (
        <Suspense fallback={<span role="status">{t.asCode.loading}</span>}>
          <CodeDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
