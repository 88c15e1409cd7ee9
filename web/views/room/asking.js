/** What is asked for under a kind that only other templates have. */
import { t } from '../../ui/words.js';

export const asked = (kind) => t(`asking.${kind}`);
