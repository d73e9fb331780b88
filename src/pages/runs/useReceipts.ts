import { useEffect, useState } from 'react';
import type { KeptReceipt } from '../../domain/guardrailReceipt.ts';
import { useServices } from '../services.ts';

/** The receipts of this person on this device; `undefined` while they are read. */
export function useReceiptList(): {
  readonly receipts: readonly KeptReceipt[] | undefined;
  readonly durable: boolean | undefined;
} {
  const { receipts } = useServices();
  const [found, setFound] = useState<{ readonly list: readonly KeptReceipt[]; readonly durable: boolean }>();
  useEffect(() => {
    let current = true;
    void Promise.all([receipts.list(), receipts.durable()]).then(([list, durable]) => {
      if (current) setFound({ list, durable });
    });
    return () => {
      current = false;
    };
  }, [receipts]);
  return { receipts: found?.list, durable: found?.durable };
}

/** One receipt: `undefined` while it is read, `none` where this device does not have it. */
export function useReceipt(id: string): KeptReceipt | 'none' | undefined {
  const { receipts } = useServices();
  const [found, setFound] = useState<{ readonly id: string; readonly receipt: KeptReceipt | 'none' }>();
  useEffect(() => {
    let current = true;
    void receipts.get(id).then((receipt) => {
      if (current) setFound({ id, receipt: receipt ?? 'none' });
    });
    return () => {
      current = false;
    };
  }, [receipts, id]);
  return found?.id === id ? found.receipt : undefined;
}
