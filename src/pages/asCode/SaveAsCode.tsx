import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { useText } from '../../text/TextContext.tsx';
import { useOpener } from '../shared/useOpener.ts';

const CodeDialog = lazy(async () => ({ default: (await import('./CodeDialog.tsx')).CodeDialog }));

/** Leads from a review to the same change as code. The writers are loaded when somebody asks for them. */
export function SaveAsCode(props: { readonly changeSet: ChangeSet; readonly fingerprint: string }) {
  const { t } = useText();
  const { open, onOpen, onClose } = useOpener();
  return (
    <>
      <Button appearance="secondary" onClick={onOpen}>
        {t.asCode.button}
      </Button>
      {open && (
        <Suspense fallback={<span role="status">{t.asCode.loading}</span>}>
          <CodeDialog {...props} onClose={onClose} />
        </Suspense>
      )}
    </>
  );
}
