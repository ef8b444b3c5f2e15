import { bandComplaints } from './band.js';
import { type Complaint, within } from './complaint.js';
import type { Settings } from './settings.js';

/** What settings that can each be read say that does not go together, or not with the kind. */
export function settingsComplaints(
  settings: Settings,
  kind: string,
  paysCredits: boolean,
): Complaint[] {
  return [
    ...quotaComplaints(settings, kind),
    ...accelerationComplaints(settings, paysCredits),
    ...capComplaints(settings, kind),
    ...multiplierComplaints(settings),
  ];
}

function quotaComplaints(settings: Settings, kind: string): Complaint[] {
  const complaints: Complaint[] = [];
  for (const key of ['ramp', 'season'] as const)
    if (settings[key] && settings.accumulate === 'year')
      complaints.push({
        path: [key],
        message: `"${key}" does not go with "accumulate": "year", which counts the whole quota of the year.`,
      });
  const fits = kind === 'curve' ? ['nothing', 'target'] : ['nothing', 'lowest', 'highest'];
  const { zeroQuota, trueUp, accumulate } = settings;
  if (zeroQuota && !fits.includes(zeroQuota))
    complaints.push({
      path: ['zeroQuota'],
      message: `Expected one of ${fits.map((each) => `"${each}"`).join(', ')}.`,
    });
  if (trueUp && accumulate !== 'year')
    complaints.push({ path: ['trueUp'], message: 'A true-up needs "accumulate": "year".' });
  return complaints;
}

function accelerationComplaints({ accelerator }: Settings, paysCredits: boolean): Complaint[] {
  if (!accelerator) return [];
  const order = within(['accelerator', 'tiers'], bandComplaints('tier', accelerator.tiers));
  const { mode = 'marginal' } = accelerator;
  if (paysCredits || accelerator.tiers.every((tier) => (tier.mode ?? mode) === 'retroactive'))
    return order;
  const message = 'Expected "retroactive": this component does not pay deal by deal.';
  return [...order, { path: ['accelerator', 'mode'], message }];
}

const clipped = ['flat', 'tiers', 'rates', 'matrix', 'curve'];

function capComplaints({ cap }: Settings, kind: string): Complaint[] {
  if (cap?.on === 'payment' && (cap.amount === undefined) === (cap.share === undefined))
    return [{ path: ['cap', 'amount'], message: 'Expected either an amount or a share, as text.' }];
  if (cap?.on !== 'attainment' || clipped.includes(kind)) return [];
  const message = `Expected "payment": only ${clipped.join(', ')} can be capped on attainment.`;
  return [{ path: ['cap', 'on'], message }];
}

/** Products may have one multiplier each, so that no order matters to a reader. */
function multiplierComplaints({ multipliers = [] }: Settings): Complaint[] {
  const products = multipliers.map(({ product, when }) => (when ? undefined : product));
  return multipliers.flatMap(({ product, when }, i) => {
    const path = ['multipliers', i, 'product'];
    if (product === undefined && when === undefined)
      return [{ path, message: 'Expected the name of a product, or a condition in "when".' }];
    if (when !== undefined || products.indexOf(product) === i) return [];
    return [{ path, message: `"${product}" has a multiplier already.` }];
  });
}
