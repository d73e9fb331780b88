import styles from './ProviderText.module.css';

/**
 * Words that a provider wrote, isolated so that their direction cannot disturb ours. The text must have been made plain
 * by the domain (`plainText`); it is never read as markup or links.
 */
export function ProviderText({ text }: { readonly text: string }) {
  return <bdi className={styles.inline}>{text}</bdi>;
}

/** A longer text by a provider, visibly quoted. */
export function ProviderQuote({ text }: { readonly text: string }) {
  return (
    <blockquote className={styles.quote}>
      <bdi>{text}</bdi>
    </blockquote>
  );
}
