import { useEffect, useRef, useState } from 'react';
import type { ActivationRequest, ActivationWish, EligibleRole } from '../../domain/activation.ts';
import { problemOf, type Problem } from '../../domain/problem.ts';
import { takeActivation } from '../../storage/activationDraft.ts';
import { useServices } from '../services.ts';

/**
 * Sends a request for a role, at most one at a time. It keeps its name until Azure has refused what it says, so that
 * sending it again can never ask twice. One that waited for a sign-in is sent once by itself.
 */
export function useSending(role: EligibleRole, onSent: (name: string) => void, waited?: ActivationRequest) {
  const { requestActivation, surroundings } = useServices();
  const [request, setRequest] = useState(waited);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const resent = useRef(false);

  const send = async (wish: ActivationWish) => {
    const kept = problem === undefined || problem.code === 'mfaNeeded' || problem.code === 'noAnswer';
    const name = (kept ? request?.name : undefined) ?? surroundings.newId();
    const asked: ActivationRequest = { ...wish, name, role };
    // Whatever was kept for a return is what is sent now: it must not go out once more later.
    takeActivation();
    setRequest(asked);
    setSending(true);
    setProblem(undefined);
    try {
      await requestActivation(asked);
      onSent(name);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  useEffect(() => {
    if (!waited || resent.current) return;
    resent.current = true;
    void send(waited);
  });
  return { send, sending, problem, request };
}
