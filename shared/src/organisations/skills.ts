/** The skills that needs ask for and freelancers offer: codes in data, labels in the locales (`skills.<code>`), synonyms for search. */
export const skills = [
  { code: 'web-site', family: 'sell-online', synonyms: ['site internet', 'site vitrine', 'wordpress', 'website'] },
  {
    code: 'online-shop',
    family: 'sell-online',
    synonyms: ['boutique en ligne', 'e-commerce', 'prestashop', 'shopify', 'click and collect'],
  },
  { code: 'marketplaces', family: 'sell-online', synonyms: ['places de marché', 'amazon', 'etsy'] },
  { code: 'local-seo', family: 'be-found', synonyms: ['référencement local', 'google maps', 'fiche établissement', 'seo'] },
  { code: 'seo', family: 'be-found', synonyms: ['référencement naturel', 'mots clés', 'google'] },
  { code: 'paid-search', family: 'be-found', synonyms: ['publicité en ligne', 'google ads', 'sea'] },
  { code: 'social-media', family: 'be-found', synonyms: ['réseaux sociaux', 'instagram', 'facebook', 'community management'] },
  { code: 'reviews', family: 'be-found', synonyms: ['avis clients', 'e-réputation'] },
  { code: 'graphic-design', family: 'image', synonyms: ['graphisme', 'logo', 'identité visuelle', 'affiche'] },
  { code: 'photo', family: 'image', synonyms: ['photographie', 'photos de produits', 'vitrine'] },
  { code: 'video', family: 'image', synonyms: ['vidéo', 'montage', 'reels'] },
  { code: 'copywriting', family: 'image', synonyms: ['rédaction', 'textes', 'contenu'] },
  { code: 'translation', family: 'abroad', synonyms: ['traduction', 'anglais', 'allemand', 'menus'] },
  { code: 'export', family: 'abroad', synonyms: ['vendre à l’étranger', 'international', 'douane'] },
  { code: 'emailing', family: 'customers', synonyms: ['lettre d’information', 'newsletter', 'e-mailing'] },
  { code: 'crm', family: 'customers', synonyms: ['fichier clients', 'relation client', 'fidélité'] },
  { code: 'booking', family: 'customers', synonyms: ['prise de rendez-vous', 'réservation', 'agenda'] },
  { code: 'point-of-sale', family: 'run', synonyms: ['caisse', 'encaissement', 'tpe'] },
  { code: 'stock', family: 'run', synonyms: ['gestion de stock', 'inventaire', 'erp'] },
  { code: 'accounting-tools', family: 'run', synonyms: ['facturation électronique', 'comptabilité', 'devis'] },
  { code: 'automation', family: 'run', synonyms: ['automatisation', 'tableur', 'no-code', 'intelligence artificielle'] },
  { code: 'cybersecurity', family: 'run', synonyms: ['sécurité', 'sauvegarde', 'mots de passe', 'phishing'] },
  { code: 'data-protection', family: 'run', synonyms: ['rgpd', 'données personnelles', 'cnil'] },
  { code: 'accessibility', family: 'run', synonyms: ['accessibilité', 'rgaa'] },
  { code: 'training', family: 'learn', synonyms: ['formation', 'atelier', 'accompagnement'] },
] as const

export type SkillCode = (typeof skills)[number]['code']
export const skillCodes = skills.map((skill) => skill.code) as [SkillCode, ...SkillCode[]]
