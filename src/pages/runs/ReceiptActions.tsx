import { Button } from '@fluentui/react-components';
import type { KeptReceipt } from '../../domain/guardrailReceipt.ts';
import { receiptCsv, receiptFileName, receiptJson } from '../../domain/receiptExport.ts';
import { useText } from '../../text/TextContext.tsx';
import { ArrowDownload20Regular, Print20Regular } from '../../ui/icons.ts';
import { saveFile } from '../../ui/saveFile.ts';

/** A receipt as a file, and on paper. The record of a policy has one row only: of that there is no table. */
export function ReceiptActions({ receipt }: { readonly receipt: KeptReceipt }) {
  const { t } = useText();
  return (
    <>
      <Button
        icon={<ArrowDownload20Regular />}
        onClick={() => saveFile(receiptFileName(receipt, 'json'), 'application/json', receiptJson(receipt))}
      >
        {t.receipt.json}
      </Button>
      {receipt.kind !== 'guardrail' && (
        <Button
          icon={<ArrowDownload20Regular />}
          onClick={() => saveFile(receiptFileName(receipt, 'csv'), 'text/csv', receiptCsv(receipt))}
        >
          {t.receipt.csv}
        </Button>
      )}
      <Button icon={<Print20Regular />} onClick={() => window.print()}>
        {t.receipt.print}
      </Button>
    </>
  );
}
