import { useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { Checkmark16Regular, Copy16Regular } from './icons.ts';
import styles from './CopyText.module.css';

/** An id: monospace, dimmed, copyable. `label` says what the button copies; `done` is read out after it did. */
export function CopyText({
  text,
  label,
  done,
}: {
  readonly text: string;
  readonly label: string;
  readonly done: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      // The clipboard may be forbidden; the text is selectable as a whole (user-select: all).
    }
  };
  return (
    <span className={styles.copy}>
      <span className={styles.text}>{text}</span>
      <IconButton
        icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
        label={label}
        className={styles.button}
        onClick={() => void copy()}
      />
      <span aria-live="polite" className="visuallyHidden">
        {copied && done}
      </span>
    </span>
  );
}
