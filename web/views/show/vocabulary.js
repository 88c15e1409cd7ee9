/** The closed lists of the question log, in the order in which they are offered: the frequent ones first. */
import { t } from '../../ui/words.js';

export const CATEGORIES = [
  'size',
  'price',
  'link',
  'stock',
  'ingredient',
  'delivery',
  'payment',
  'refund',
  'complaint',
  'booking',
  'luckyBag',
  'membership',
  'wish',
  'mall',
  'trust',
  'lag',
  'other',
];
export const URGENCIES = ['order', 'show', 'after'];
export const SOURCES = ['group', 'wecom', 'comment', 'message', 'moments', 'service'];
export const CUSTOMERS = ['new', 'old', 'member'];
export const STATUSES = ['open', 'answered', 'followUp', 'resolved', 'noAction'];
export const MARKERS = [
  'product',
  'luckyBag',
  'flashSale',
  'coupon',
  'wecom',
  'onShelf',
  'offShelf',
  'hostChange',
  'violation',
  'alert',
  'note',
];

export function optionsOf(values, key) {
  return values.map((value) => ({ value, text: t(`${key}.${value}`) }));
}
