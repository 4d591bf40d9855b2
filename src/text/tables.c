// The word lists of segmentation. They are short, and each is asked only at the
// few places where its rule could apply, so they are searched one by one.
#include "text/tables.h"

#include "base/str.h"

typedef struct abbrev_row {
  const char *text;
  uint8_t length, class, capital;
} abbrev_row;

enum { ANY = 0, CAP = 1 };

static const abbrev_row abbrevs[] = {
#define X(text, class, letter)                                                 \
  {text, sizeof text - 1, TEXT_ABBREV_##class, letter},
#include "text/abbrev.inc"
#undef X
};

// Prefixes that the treebanks write as one word with what follows. "pan" and
// "vice" vary there and are left out.
static const char *const prefixes[] = {
    "anti",  "arch",  "co",    "counter", "cross", "e",     "ex",
    "extra", "hyper", "inter", "intra",   "mega",  "micro", "mid",
    "mini",  "mis",   "multi", "neo",     "non",   "over",  "post",
    "pre",   "pro",   "proto", "pseudo",  "quasi", "re",    "semi",
    "socio", "sub",   "super", "trans",   "ultra", "un",    NULL};

static const char *const suffixes[] = {"esque", "wise", NULL};

static const char *const units[] = {
    "am",   "pm",  "mm",   "cm",      "m",       "km",  "kg",  "g",   "mg",
    "lb",   "lbs", "oz",   "ft",      "mph",     "kph", "kmh", "mi",  "km2",
    "sq",   "ha",  "kw",   "mw",      "gw",      "kwh", "mwh", "kb",  "mb",
    "gb",   "tb",  "hz",   "khz",     "mhz",     "ghz", "hr",  "hrs", "min",
    "mins", "sec", "secs", "yr",      "yrs",     "k",   "bn",  "mn",  "mln",
    "bln",  "tn",  "cc",   "ml",      "kt",      "kn",  "nm",  "bbl", "bpd",
    "ppm",  "usd", "eur",  "million", "billion", NULL};

static const char *const multipliers[] = {"m", "b", "t", "mm", "k", NULL};

static const char *const clitics[] = {"s", "re", "ve", "ll", "d", "m", NULL};

typedef struct fused_row {
  const char *text;
  size_t cut;
} fused_row;

// Words that are two. Forms without their apostrophe are here only when they
// are no other word ("its", "well", "were", "id", "ill" are).
static const fused_row fused[] = {
    {"cannot", 3},  {"gonna", 3},    {"wanna", 3}, {"gotta", 3}, {"dont", 2},
    {"doesnt", 4},  {"didnt", 3},    {"isnt", 2},  {"arent", 3}, {"wasnt", 3},
    {"werent", 4},  {"havent", 4},   {"hasnt", 3}, {"hadnt", 3}, {"wouldnt", 5},
    {"couldnt", 5}, {"shouldnt", 6}, {"aint", 2},  {"cant", 2},  {"wont", 2},
    {"im", 1},      {"ive", 1},      {"youre", 3}, {"youve", 3}, {"theyre", 4},
    {"thats", 4},   {"whats", 4},    {"lemme", 3}, {"gimme", 3}, {"outta", 3},
    {NULL, 0}};

static const char *const starters[] = {
    "the",     "a",       "an",      "he",       "she",       "it",
    "they",    "we",      "i",       "you",      "this",      "that",
    "these",   "those",   "there",   "in",       "on",        "at",
    "by",      "for",     "from",    "with",     "after",     "before",
    "but",     "and",     "so",      "however",  "when",      "while",
    "if",      "as",      "since",   "although", "though",    "meanwhile",
    "its",     "his",     "her",     "their",    "our",       "my",
    "one",     "some",    "many",    "most",     "all",       "both",
    "several", "not",     "now",     "then",     "what",      "who",
    "why",     "how",     "where",   "also",     "according", "once",
    "until",   "during",  "under",   "to",       "nor",       "or",
    "yet",     "because", "despite", "instead",  "no",        "such",
    "here",    "later",   "earlier", NULL};

static const char *const speech[] = {
    "said",      "says",   "asked",   "asks",     "wrote",   "writes",
    "added",     "told",   "shouted", "cried",    "replied", "wondered",
    "exclaimed", "yelled", "chanted", "screamed", "tweeted", NULL};

static const char *const after_hour[] = {
    "est",      "edt",     "cst",       "cdt",       "mst",     "mdt",
    "pst",      "pdt",     "et",        "ct",        "mt",      "pt",
    "gmt",      "utc",     "bst",       "cet",       "cest",    "ist",
    "jst",      "msk",     "eastern",   "pacific",   "central", "local",
    "monday",   "tuesday", "wednesday", "thursday",  "friday",  "saturday",
    "sunday",   "january", "february",  "march",     "april",   "may",
    "june",     "july",    "august",    "september", "october", "november",
    "december", NULL};

// Two-letter labels that are English words (in, is, it, to, me, ...) are left
// out: "the war.In May" lacks a blank.
static const char *const domains[] = {
    "com", "org",  "net", "edu",  "gov", "mil",  "info", "biz",  "int", "tv",
    "uk",  "de",   "fr",  "ru",   "cn",  "jp",   "ca",   "au",   "nz",  "eu",
    "ch",  "nl",   "se",  "dk",   "es",  "pl",   "ua",   "il",   "ir",  "iq",
    "tr",  "pk",   "br",  "mx",   "ar",  "za",   "ng",   "ke",   "kr",  "tw",
    "hk",  "sg",   "af",  "sy",   "lb",  "html", "htm",  "php",  "asp", "pdf",
    "doc", "docx", "xls", "xlsx", "ppt", "txt",  "jpg",  "jpeg", "gif", "png",
    "mp3", "mp4",  "zip", "exe",  "xml", "csv",  "url",  NULL};

static const char *const elided[] = {"em",   "til", "tis", "twas",  "cause",
                                     "bout", "n",   "cuz", "round", NULL};

static const char *const emoticons[] = {
    ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":)",  ":(", ";)",  ":D",
    ":P",  ":/",  "=)",  "=(",  ":'(", "(:",  "^_^", "<3", ">:(", NULL};

static bool in_list(const char *const *list, bede_str word)
{
  char first = word.len ? word.ptr[0] : 0;
  if (bede_is_upper((unsigned char)first)) first = (char)(first | 32);
  for (; *list; list++) {
    if (**list == first && bede_str_eq_nocase(word, bede_str_from(*list))) {
      return true;
    }
  }
  return false;
}

text_abbrev bede_text_abbrev(bede_str word)
{
  if (word.len == 0 || word.len > 8) return TEXT_ABBREV_NONE;
  bool capital = bede_is_upper((unsigned char)word.ptr[0]);
  char first = (char)(capital ? word.ptr[0] | 32 : word.ptr[0]);
  for (size_t i = 0; i < sizeof abbrevs / sizeof *abbrevs; i++) {
    const abbrev_row *row = &abbrevs[i];
    if (row->text[0] != first || row->length != word.len) continue;
    if (row->capital == CAP && !capital) continue;
    bede_str text = {row->text, row->length};
    if (bede_str_eq_nocase(word, text)) return (text_abbrev)row->class;
  }
  return TEXT_ABBREV_NONE;
}

bool bede_text_is_prefix(bede_str word)
{
  return in_list(prefixes, word);
}

bool bede_text_is_suffix(bede_str word)
{
  return in_list(suffixes, word);
}

bool bede_text_is_unit(bede_str letters, bool money)
{
  return (money && in_list(multipliers, letters)) ||
         (in_list(units, letters) && !bede_str_is(letters, "M"));
}

bool bede_text_is_clitic(bede_str letters)
{
  return in_list(clitics, letters);
}

size_t bede_text_fused(bede_str word)
{
  if (word.len < 2 || word.len > 8) return 0;
  for (const fused_row *row = fused; row->text; row++) {
    if (bede_str_eq_nocase(word, bede_str_from(row->text))) return row->cut;
  }
  return 0;
}

bool bede_text_is_starter(bede_str word)
{
  return in_list(starters, word);
}

bool bede_text_is_speech(bede_str word)
{
  return in_list(speech, word);
}

bool bede_text_follows_hour(bede_str word)
{
  return in_list(after_hour, word);
}

bool bede_text_is_domain(bede_str label)
{
  return in_list(domains, label);
}

bool bede_text_is_elided(bede_str word)
{
  return in_list(elided, word);
}

size_t bede_text_emoticon(bede_str s)
{
  for (const char *const *e = emoticons; *e; e++) {
    if (bede_str_starts(s, *e)) return bede_str_from(*e).len;
  }
  return 0;
}
