/** How Jiebang uses the TM Forum Open APIs: addresses, and the names that the standard leaves to those who use it. */

/** Under `BSS_URL`. Those of the second group may be missing: what they tell is then not told. */
export const API = {
  balance: '/tmf-api/prepayBalanceManagement/v4',
  bills: '/tmf-api/customerBillManagement/v4',
  catalogue: '/tmf-api/productCatalogManagement/v4',
  inventory: '/tmf-api/productInventory/v4',
  orders: '/tmf-api/productOrderingManagement/v4',
  tickets: '/tmf-api/troubleTicket/v4',
  usage: '/tmf-api/usageManagement/v4',
  usageConsumption: { v4: '/tmf-api/usageConsumption/v4', v5: '/tmf-api/usageConsumption/v5' },

  problems: '/tmf-api/serviceProblemManagement/v4',
  resources: '/tmf-api/resourceInventoryManagement/v4',
  serviceTests: '/tmf-api/serviceTestManagement/v4',
} as const;

/** `@type` of a monetary bucket that is a limit and no money. */
export const CREDIT_LIMIT = 'CreditLimit';
/** `productSpecification.id` of the product that stands for the line itself. */
export const LINE = 'mobile-line';
/** `type` of a billing rate that charges nothing and says how much was used. */
export const INCLUDED_USAGE = 'includedUsage';
/** `units` of a bucket of points, whose `usageType` is `other`. */
export const POINTS = 'points';
/** `@type` of a data bucket for use abroad. */
export const ROAMING_BUCKET = 'RoamingBucket';
/** `@referredType` of the product of a bucket that was added to the plan. */
export const PACK = 'pack';
/** `name` of the term of an order item, whose `description` is the last day of the bond. */
export const BOUND_UNTIL = 'boundUntil';
export const CATEGORIES = ['plan', 'pack', 'extra', 'roaming', 'usage-rates'] as const;
