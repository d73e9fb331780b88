import type { EndedDeployment } from '../../domain/receipt.ts';
import type { FollowedHandOver } from '../../runs/handOverHost.ts';
import { useText } from '../../text/TextContext.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import type { Tone } from '../../ui/tone.ts';
import styles from './HandedOver.module.css';

const tones: Readonly<Record<EndedDeployment['ended'] | 'working', Tone>> = {
  working: 'info',
  done: 'good',
  failed: 'bad',
  stopped: 'caution',
  refused: 'bad',
  gone: 'caution',
};

/** The deployments, by the ids that the portal finds them under. */
export function Deployments({ followed }: { readonly followed: FollowedHandOver }) {
  const { t } = useText();
  const { page } = t.handOver;
  return (
    <Disclosure summary={page.deployments}>
      <ul className={styles.deployments}>
        {followed.deployments.map(({ id, ended, correlationId }) => (
          <li key={id}>
            <StateTag tone={tones[ended]} plain>
              {page.ended[ended]}
            </StateTag>
            <div>
              <code>{id}</code>
            </div>
            {correlationId !== undefined && (
              <div>
                {page.correlation}: <code>{correlationId}</code>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
