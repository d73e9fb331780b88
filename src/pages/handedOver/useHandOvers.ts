import { useSyncExternalStore } from 'react';
import type { FollowedHandOver } from '../../runs/handOverHost.ts';
import { useServices } from '../services.ts';

/** What this person has handed to Azure, as far as is known now; oldest first. */
export function useHandOvers(): readonly FollowedHandOver[] {
  const { handOvers } = useServices();
  return useSyncExternalStore(handOvers.subscribe, handOvers.current);
}
