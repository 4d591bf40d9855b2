// Universal Dependencies by name and number.
#include "ann/ud.h"

#include <assert.h>

#include "base/str.h"

typedef struct feat_field {
  const char *name;
  uint8_t shift, bits;
} feat_field;

typedef struct feat_value {
  uint8_t feat; // bede_feat
  const char *text;
} feat_value;

static const char *const upos_names[] = {
#define X(s) #s,
    BEDE_UPOS_LIST(X)
#undef X
};

static const char *const xpos_names[] = {
#define X(s, t) t,
    BEDE_XPOS_LIST(X)
#undef X
};

static const char *const deprel_names[] = {
#define X(s, t) t,
    BEDE_DEPREL_LIST(X)
#undef X
};

static const feat_field feat_fields[] = {
#define X(s, t, sh, b) {t, sh, b},
    BEDE_FEAT_LIST(X)
#undef X
};

static const feat_value feat_values[] = {
#define X(f, s, t) {BEDE_FEAT_##f, t},
    BEDE_FEAT_VALUES(X)
#undef X
};

#define FEAT_VALUE_COUNT (sizeof feat_values / sizeof *feat_values)

// The number of the name `s` in `names`, or `count`.
static unsigned find_name(const char *const *names, unsigned count, bede_str s)
{
  unsigned i = 0;
  while (i < count && !bede_str_is(s, names[i]))
    i++;
  return i;
}

const char *bede_upos_name(bede_upos upos)
{
  assert(upos < BEDE_UPOS_COUNT);
  return upos_names[upos];
}

const char *bede_xpos_name(bede_xpos xpos)
{
  assert(xpos < BEDE_XPOS_COUNT);
  return xpos_names[xpos];
}

const char *bede_deprel_name(bede_deprel rel)
{
  assert(rel < BEDE_REL_COUNT);
  return deprel_names[rel];
}

bool bede_upos_parse(bede_str s, bede_upos *out)
{
  unsigned i = find_name(upos_names, BEDE_UPOS_COUNT, s);
  if (i < BEDE_UPOS_COUNT) *out = (bede_upos)i;
  return i < BEDE_UPOS_COUNT;
}

bool bede_xpos_parse(bede_str s, bede_xpos *out)
{
  unsigned i = find_name(xpos_names, BEDE_XPOS_COUNT, s);
  if (i < BEDE_XPOS_COUNT) *out = (bede_xpos)i;
  return i < BEDE_XPOS_COUNT;
}

bool bede_deprel_parse(bede_str s, bede_deprel *out)
{
  unsigned i = find_name(deprel_names, BEDE_REL_COUNT, s);
  if (i < BEDE_REL_COUNT) *out = (bede_deprel)i;
  return i < BEDE_REL_COUNT;
}

static bede_feats feat_mask(bede_feat feat)
{
  return ((bede_feats)1 << feat_fields[feat].bits) - 1;
}

unsigned bede_feats_get(bede_feats feats, bede_feat feat)
{
  assert(feat < BEDE_FEAT_COUNT);
  return (unsigned)(feats >> feat_fields[feat].shift & feat_mask(feat));
}

bede_feats bede_feats_set(bede_feats feats, bede_feat feat, unsigned value)
{
  assert(feat < BEDE_FEAT_COUNT && value <= feat_mask(feat));
  feats &= ~(feat_mask(feat) << feat_fields[feat].shift);
  return feats | (bede_feats)value << feat_fields[feat].shift;
}

// The number of a value of `feat` by its text, 0 when unknown.
static unsigned value_number(bede_feat feat, bede_str text)
{
  unsigned number = 0;
  for (size_t i = 0; i < FEAT_VALUE_COUNT; i++) {
    if (feat_values[i].feat != feat) continue;
    number++;
    if (bede_str_is(text, feat_values[i].text)) return number;
  }
  return 0;
}

static const char *value_text(bede_feat feat, unsigned number)
{
  for (size_t i = 0; i < FEAT_VALUE_COUNT; i++) {
    if (feat_values[i].feat == feat && --number == 0)
      return feat_values[i].text;
  }
  return "";
}

bede_feats bede_feats_parse(bede_str s)
{
  bede_feats feats = 0;
  while (s.len) {
    bede_str pair, name;
    s = bede_str_cut(s, '|', &pair);
    bede_str text = bede_str_cut(pair, '=', &name);
    for (unsigned f = 0; f < BEDE_FEAT_COUNT; f++) {
      if (!bede_str_is(name, feat_fields[f].name)) continue;
      unsigned number = value_number((bede_feat)f, text);
      if (number) feats = bede_feats_set(feats, (bede_feat)f, number);
    }
  }
  return feats;
}

// UD sorts features by name without regard to case: Number stands before
// NumForm and NumType, which the enumeration has the other way round.
static bede_feat print_order(unsigned i)
{
  switch (i) {
  case BEDE_FEAT_NUMFORM:
    return BEDE_FEAT_NUMBER;
  case BEDE_FEAT_NUMTYPE:
    return BEDE_FEAT_NUMFORM;
  case BEDE_FEAT_NUMBER:
    return BEDE_FEAT_NUMTYPE;
  default:
    return (bede_feat)i;
  }
}

void bede_feats_put(bede_buf *out, bede_feats feats)
{
  bool any = false;
  for (unsigned i = 0; i < BEDE_FEAT_COUNT; i++) {
    bede_feat feat = print_order(i);
    unsigned number = bede_feats_get(feats, feat);
    if (!number) continue;
    if (any) bede_buf_append_char(out, '|');
    bede_buf_append_z(out, feat_fields[feat].name);
    bede_buf_append_char(out, '=');
    bede_buf_append_z(out, value_text(feat, number));
    any = true;
  }
  if (!any) bede_buf_append_char(out, '_');
}
