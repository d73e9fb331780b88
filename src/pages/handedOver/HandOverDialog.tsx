import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { armResources } from '../../domain/asCode/arm.ts';
import type { HandOverPlace } from '../../domain/asCode/handOver.ts';
import { codeModel, hasWays, type CodeWays } from '../../domain/asCode/model.ts';
import { partsOf } from '../../domain/asCode/parts.ts';
import type { ChangeSet } from '../../domain/changeSet.ts';
import { plainText } from '../../domain/providerText.ts';
import { useText } from '../../text/TextContext.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useServices } from '../services.ts';
import styles from './HandedOver.module.css';
import { RegionField } from './RegionField.tsx';
import { useDeploymentPlace } from './useDeploymentPlace.ts';

/** How a change set is handed over. */
export interface HandOverChoice extends HandOverPlace {
  readonly ways: CodeWays;
}

/** What handing over means for this change set, and the two things to choose. Nothing is written before its button. */
export function HandOverDialog(props: {
  readonly changeSet: ChangeSet;
  readonly fingerprint: string;
  readonly onHandOver: (choice: HandOverChoice) => void;
  readonly onClose: () => void;
}) {
  const { t, format } = useText();
  const words = t.handOver;
  const { changeSet, fingerprint } = props;
  const { registrations, items, kind } = changeSet;
  const [ways, setWays] = useState<CodeWays>('reviewed');
  const [location, setLocation] = useState<string>();
  const keepsNothing = useKeepsNothing();
  const parts = useMemo(() => {
    const model = codeModel(changeSet, fingerprint, ways);
    return model && partsOf(model);
  }, [changeSet, fingerprint, ways]);
  const resources = parts?.reduce((sum, part) => sum + armResources(part), 0) ?? 0;
  const home = items[0]?.scope.subscriptionId;
  const place = useDeploymentPlace(changeSet);
  const ready = parts !== undefined && location !== undefined && place !== 'reading';
  const hand = () => {
    if (!ready) return;
    props.onHandOver({ ways, location, ...(place && { managementGroup: place.name }) });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && props.onClose()}>
      <DialogSurface className={styles.dialog ?? ''} aria-describedby={undefined}>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent className={styles.content ?? ''}>
            <p>{words.lead}</p>
            {parts ? (
              <ul className={styles.points}>
                <li>{words.points.deployments(format, parts.length, resources)}</li>
                {place && place !== 'reading' && (
                  <li>
                    <bdi>{words.points.group(plainText(place.displayName, 120) || place.name)}</bdi>
                  </li>
                )}
                {registrations.length > 0 && <li>{words.points.register(format, registrations.length)}</li>}
                <li>{words.points.stop}</li>
                <li>{words.points.receipt}</li>
                <li>{words.points.history}</li>
              </ul>
            ) : (
              <Notice tone="caution" announce title={words.tooLargeTitle}>
                <p>{words.tooLarge}</p>
              </Notice>
            )}
            {keepsNothing && <Notice tone="caution" title={words.memory} />}
            {hasWays(changeSet) && (
              <div>
                <Checkbox
                  checked={ways === 'copies'}
                  label={t.asCode.ways}
                  onChange={(_, { checked }) => setWays(checked === true ? 'copies' : 'reviewed')}
                />
                <p className={styles.hint}>{words.waysHint}</p>
              </div>
            )}
            {home && <RegionField subscription={home} value={location} onChange={setLocation} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button appearance="primary" className={styles.hand ?? ''} disabledFocusable={!ready} onClick={hand}>
              {kind === 'delegate' ? words.hand(format, items.length) : words.handSteps(format, items.length)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function useKeepsNothing(): boolean {
  const { runs } = useServices();
  const [nothing, setNothing] = useState(false);
  useEffect(() => {
    let asked = true;
    void runs.keeping(0).then((keeping) => asked && setNothing(keeping === 'memory'));
    return () => {
      asked = false;
    };
  }, [runs]);
  return nothing;
}
