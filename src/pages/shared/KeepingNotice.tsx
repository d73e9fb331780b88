import { useEffect, useState } from 'react';
import type { Keeping } from '../../storage/runStore.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';

/** Says before a run what this device cannot do for it: outlive the page, or find room. */
export function KeepingNotice({ scopes }: { readonly scopes: number }) {
  const { t } = useText();
  const { runs } = useServices();
  const [keeping, setKeeping] = useState<Keeping>('kept');
  useEffect(() => {
    let asked = true;
    void runs.keeping(scopes).then((known) => asked && setKeeping(known));
    return () => {
      asked = false;
    };
  }, [runs, scopes]);
  switch (keeping) {
    case 'kept':
      return null;
    case 'memory':
      return (
        <Notice tone="caution" title={t.recovery.memoryTitle}>
          <p>{t.recovery.memoryWhat}</p>
        </Notice>
      );
    case 'full':
      return (
        <Notice tone="caution" title={t.recovery.fullTitle}>
          <p>{t.recovery.fullWhat}</p>
        </Notice>
      );
  }
}
