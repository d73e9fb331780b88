import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import styles from './Loading.module.css';

/** Rows in the shape of what is being loaded; `label` says what is waited for. */
export function LoadingRows({ label, rows = 4 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton aria-hidden className={styles.rows}>
        {Array.from({ length: rows }, (_, at) => (
          <div key={at} className={styles.row}>
            <SkeletonItem size={16} style={{ width: `${38 + ((at * 17) % 30)}%` }} />
            <SkeletonItem size={12} style={{ width: '24%' }} />
          </div>
        ))}
      </Skeleton>
    </div>
  );
}
