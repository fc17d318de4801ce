/** Parameters that a program adds to any URL. */
export interface Foreign {
  /** Who adds them. */
  readonly by: string;
  /** Matches the whole name in lower case. */
  readonly names: RegExp;
  /** Matches the value, for names that are so short that they may be typos of our own parameters. */
  readonly values?: RegExp;
  readonly examples: readonly string[];
}

/** Counters, versions and timestamps. */
const NUMBER = /^[\d.]+$/;

/** All ignored parameters: for tracking or to bypass caches. */
export const FOREIGN: readonly Foreign[] = [
  {
    by: "Google Analytics",
    names: /^(utm_.+|_ga|_gl|_gac(_.+)?)$/,
    examples: ["utm_source=x", "_gl=1*abc", "_ga=2.1", "_gac=1.2"],
  },
  {
    by: "Google Ads and Merchant Center",
    names: /^(gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid)$/,
    examples: ["gclid=x", "wbraid=x", "srsltid=x"],
  },
  {
    by: "Facebook and Instagram",
    names: /^(fbclid|fb_action_ids|fb_action_types|fb_ref|fb_source|igshid|igsh|mibextid)$/,
    examples: ["fbclid=IwAR0", "igshid=x", "mibextid=x"],
  },
  { by: "Microsoft Advertising", names: /^msclkid$/, examples: ["msclkid=x"] },
  { by: "X, once Twitter", names: /^twclid$/, examples: ["twclid=x"] },
  { by: "Yandex", names: /^(yclid|ysclid|_openstat)$/, examples: ["yclid=1"] },
  { by: "TikTok", names: /^ttclid$/, examples: ["ttclid=x"] },
  { by: "LinkedIn", names: /^(li_fat_id|trk)$/, examples: ["li_fat_id=x", "trk=feed"] },
  { by: "YouTube and Spotify", names: /^si$/, examples: ["si=x"] },
  { by: "Yahoo", names: /^guc(counter|e_referrer(_sig)?)$/, examples: ["guccounter=1"] },
  { by: "Cloudflare's challenges", names: /^__cf_chl_.+$/, examples: ["__cf_chl_tk=x"] },
  { by: "Klaviyo", names: /^_k[ex]$/, examples: ["_ke=x"] },
  { by: "Kit, once ConvertKit", names: /^ck_subscriber_id$/, examples: ["ck_subscriber_id=1"] },
  {
    by: "Piano Analytics",
    names: /^(at_(medium|campaign|creation|format|channel).*|xtor)$/,
    examples: ["at_medium=x", "xtor=x"],
  },
  { by: "Webtrends", names: /^wt\.mc_id$/, examples: ["WT.mc_id=x"] },
  { by: "Pinterest", names: /^epik$/, examples: ["epik=x"] },
  { by: "Reddit", names: /^rdt_cid$/, examples: ["rdt_cid=x"] },
  { by: "Snapchat", names: /^sccid$/, examples: ["ScCid=x"] },
  { by: "Mailchimp", names: /^mc_[ce]id$/, examples: ["mc_cid=x", "mc_eid=x"] },
  {
    by: "HubSpot",
    names: /^(_hsenc|_hsmi|__hs(tc|sc|fp)|hsctatracking|hsa_.+)$/,
    examples: ["_hsenc=x", "_hsmi=1", "hsa_acc=1"],
  },
  { by: "Marketo", names: /^mkt_tok$/, examples: ["mkt_tok=x"] },
  { by: "Matomo, once Piwik", names: /^(mtm|matomo|pk|piwik)_.+$/, examples: ["mtm_campaign=x", "pk_kwd=x"] },
  { by: "Adobe Analytics and Advertising", names: /^(s_kwcid|ef_id|s_cid)$/, examples: ["s_kwcid=x"] },
  { by: "newsletters of Drip, Omeda and Vero", names: /^(__s|oly_(anon|enc)_id|vero_(id|conv))$/, examples: ["__s=x"] },
  { by: "Ghost, Product Hunt and others that add their name", names: /^ref$/, examples: ["ref=example.org"] },
  {
    by: "jQuery, ExtJS and other programs that bypass caches",
    names: /^(_|_dc|no[-_]?cache|cache([-_]?bust(er)?)?|bust|cb|nc|rand(om)?|rnd|refresh|reload|timestamp|\d{6,})$/,
    examples: ["_=1767225600000", "_dc=1", "nocache=1", "cachebuster", "cb=x", "rand=0.5", "refresh=1", "1767225600"],
  },
  {
    by: "programs that bypass caches, with a number",
    names: /^(ts?|v|ver)$/,
    values: NUMBER,
    examples: ["t=1767225600", "ts=1", "v=2", "ver=1.2.3"],
  },
];

/** Whether a parameter is in {@link FOREIGN}. */
export function isForeign(name: string, value: string): boolean {
  const small = name.toLowerCase();
  return FOREIGN.some(({ names, values }) => names.test(small) && (values === undefined || values.test(value)));
}

/** The other parameters, in their order. */
export function ownParameters(search: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...search].filter(([name, value]) => !isForeign(name, value)));
}
