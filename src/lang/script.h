// How the script of a lemma treats the case of a form: values of
// bede_script.keep, part of the model's format.
#ifndef LANG_SCRIPT_H
#define LANG_SCRIPT_H

enum {
  BEDE_SCRIPT_LOWER,
  BEDE_SCRIPT_KEEP,
  BEDE_SCRIPT_CAPITAL, // "TEHRAN", "tehran" -> "Tehran"; "McKay" stays
  BEDE_SCRIPT_NUMBER,  // "1,500" -> "1500"
  BEDE_SCRIPT_CASINGS
};

#endif
