import styles from './Loading.module.css';

/** Rows in the shape of what is being loaded; `label` says what is waited for. */
export function LoadingRows({ label, rows = 4 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div role="status" aria-label={label}>
      <div aria-hidden data-loading className={styles.rows}>
        {Array.from({ length: rows }, (_, at) => (
          <div key={at} className={styles.row}>
            <span className={styles.name} style={{ width: `${38 + ((at * 17) % 30)}%` }} />
            <span className={styles.detail} />
          </div>
        ))}
      </div>
    </div>
  );
}
