import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Checkmark20Regular, Link20Regular } from './icons.ts';

/** Copies a text that is too long to show, such as a link. Where the clipboard is forbidden the text is shown instead. */
export function CopyButton(props: {
  readonly text: string;
  readonly label: string;
  readonly done: string;
  readonly primary?: boolean;
}) {
  const [state, setState] = useState<'ready' | 'copied' | 'forbidden'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setState('copied');
    } catch {
      setState('forbidden');
    }
  };
  return (
    <>
      <Button
        appearance={props.primary ? 'primary' : 'secondary'}
        icon={state === 'copied' ? <Checkmark20Regular /> : <Link20Regular />}
        onClick={() => void copy()}
      >
        {state === 'copied' ? props.done : props.label}
      </Button>
      <span role="status" className="visuallyHidden">
        {state === 'copied' && props.done}
      </span>
      {state === 'forbidden' && (
        <textarea
          readOnly
          rows={3}
          aria-label={props.label}
          value={props.text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
