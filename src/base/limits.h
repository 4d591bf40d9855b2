// Every ceiling of the program, by name. A limit that is exceeded gives
// BEDE_ELIMIT or a warning, never a truncated buffer. Those that
// a document or a file can reach are tested at N and N + 1.
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define BEDE_MAX_DOCUMENT (4u << 20)        // bytes of text in one document
#define BEDE_MAX_LINE (16u << 20)           // bytes of one JSON Lines record
#define BEDE_MAX_SENTENCE_WORDS 256u        // longer sentences are cut
#define BEDE_MAX_WORD_BYTES 1024u           // longer words are cut
#define BEDE_MAX_SENTENCES (1u << 20)       // in one document
#define BEDE_MAX_WORDS (1u << 22)           // in one document
#define BEDE_MAX_CLAIMS (1u << 16)          // in one document
#define BEDE_MAX_CLAIMS_SENTENCE 64u        // in one sentence
#define BEDE_MAX_ROLES 16u                  // actors (recipients) of one claim
#define BEDE_MAX_MENTIONS (1u << 20)        // in one document
#define BEDE_MAX_ATTRIBUTIONS (1u << 16)    // in one document
#define BEDE_MAX_CHAIN 8u                   // speakers in one chain
#define BEDE_MAX_CHAINS 8u                  // chains of one claim
#define BEDE_MAX_OPERATORS 6u               // operators over one predicate
#define BEDE_MAX_KNOWLEDGE_LINE 16384u      // bytes
#define BEDE_MAX_KNOWLEDGE_FILE (64u << 20) // bytes
#define BEDE_MAX_KNOWLEDGE_FILES 65535u     // in one knowledge
#define BEDE_MAX_KNOWLEDGE_ITEMS (1u << 24) // of one kind (names, lines, ...)
#define BEDE_MAX_KNOWLEDGE_ERRORS 1000u     // reported before giving up
#define BEDE_MAX_KNOWLEDGE_SLOTS 16u        // alternatives of one role
#define BEDE_MAX_PARENTS 16u                // parents above one entity
#define BEDE_MAX_ALIAS_WORDS 16u            // words of one name or pattern
#define BEDE_MAX_BUFFER (1u << 30)          // bytes of any growable buffer
#define BEDE_MAX_ARENA (1u << 30)           // bytes of one arena
#define BEDE_MAX_STORY_NAMES 100u           // of one kind in a row of POLECAT
#define BEDE_MAX_PAIRS (1u << 22)           // event lines of one document
#define BEDE_MAX_WAITING (1u << 20)         // reports without their pair yet
#define BEDE_MAX_SPEAKERS (1u << 20)        // in one list of sources
#define BEDE_MAX_SHARES (1u << 16)          // of one list of sources
#define BEDE_MAX_REFERENCES 4096u           // at the end of one document
#define BEDE_MAX_WARNINGS 1000u             // kept for one document
#define BEDE_MAX_PATH 4096u                 // bytes
#define BEDE_MAX_DIRECTORY_DEPTH 32u        // folders below a given folder
#define BEDE_MAX_DIRECTORY_ENTRIES (1u << 24) // files in one folder

#endif
