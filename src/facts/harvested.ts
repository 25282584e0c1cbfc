/**
 * What stands behind a number of `thu`, to gather, over folded text: `sau thu 6 tiếng`, `thu 3 đợt`, `thu 2 năm`. Without
 * its mark Friday is `thu 6`, too: `thu 6 tuần này`, `thu 2 ngày 5/6` are days of the week.
 */
export const HARVESTED = String.raw`\s*(?:(?:kg|ky|ki|can|tan|ta|yen|lang|trai|qua|bong|thung|sot|ro|khay|hu|chai|sao|nam|thang|lan|vu|lua|dot|me|tieng|phut|gio dong ho)(?!\p{L})|tuan(?! (?:nay|sau|toi|truoc|roi|moi|nao))(?!\p{L})|ngay(?! (?:\d|mung|mong|mai|nay|le|ram))(?!\p{L}))`;
