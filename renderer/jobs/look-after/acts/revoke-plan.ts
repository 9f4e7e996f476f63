import type { RevokePlanView } from '../../../../main/shared/views/revoke';

/** Whether something older has to go as well before AWS takes the policy. */
export const needsMending = ({ policy }: RevokePlanView): boolean =>
  policy.taken.some(({ because }) => because !== 'account');
