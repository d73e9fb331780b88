import type { ProblemTexts } from '../problemTexts.ts';
import type { Section } from '../types.ts';
import { about } from './about.ts';
import { acceptHere } from './acceptHere.ts';
import { access } from './access.ts';
import { asCode } from './asCode.ts';
import { activity } from './activity.ts';
import { activityGroups } from './activityGroups.ts';
import { activityStatus } from './activityStatus.ts';
import { activate } from './activate.ts';
import { change } from './change.ts';
import { addOffer, providerLink } from './addOffer.ts';
import { policyCode, removalCode } from './codeForms.ts';
import { common } from './common.ts';
import { decision } from './decision.ts';
import { delegate, identity, owners, readiness } from './delegate.ts';
import { coverage, delegations, scopeAccess } from './delegations.ts';
import { frame } from './frame.ts';
import { guardrails } from './guardrails.ts';
import { guardrailReview } from './guardrailReview.ts';
import { guide } from './guide.ts';
import { handOver } from './handOver.ts';
import { map, needs } from './needs.ts';
import { notKnown } from './notKnown.ts';
import { offerCheck } from './offerCheck.ts';
import { offer, offers } from './offers.ts';
import { overview } from './overview.ts';
import { ownerNames } from './ownerNames.ts';
import { problems } from './problems.ts';
import { recovery } from './recovery.ts';
import { registration } from './registration.ts';
import { remove } from './remove.ts';
import { removeUnread } from './removeUnread.ts';
import { roleEnds } from './roleEnds.ts';
import { receipt, review, run, runs } from './run.ts';
import { runMap } from './runMap.ts';
import { template } from './template.ts';
import { templateUpdate } from './templateUpdate.ts';
import { update } from './update.ts';
import { upgrade } from './upgrade.ts';
import { wordsUpdate } from './wordsUpdate.ts';

/** All words of the signed-in app, in English: the original that the other languages must match. */
export const sections = {
  about,
  acceptHere,
  access,
  asCode,
  policyCode,
  removalCode,
  activate,
  activity,
  activityGroups,
  activityStatus,
  change,
  addOffer,
  common,
  coverage,
  decision,
  delegate,
  delegations,
  frame,
  guardrails,
  guardrailReview,
  guide,
  handOver,
  identity,
  map,
  needs,
  notKnown,
  offer,
  offerCheck,
  offers,
  overview,
  owners,
  ownerNames,
  providerLink,
  readiness,
  receipt,
  recovery,
  registration,
  remove,
  removeUnread,
  review,
  roleEnds,
  run,
  runMap,
  runs,
  scopeAccess,
  template,
  templateUpdate,
  update,
  upgrade,
  wordsUpdate,
};

export type Catalog = Section<typeof sections> & { readonly problems: ProblemTexts };

export const catalog: Catalog = { ...sections, problems };
