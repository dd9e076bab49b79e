# communique: reads French communiqués in PostgreSQL. `make help` lists what can be done.

EXTENSION = communique
MODULE_big = communique
# Not VERSION, which PGXS sets to PostgreSQL's own.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" communique.control)

# ---- the core: rooms from left to right, none of which knows PostgreSQL
BUILD = build
ROOMS = base text lexicon grammar resolve
CORE_SRC = $(sort $(foreach room,$(ROOMS),$(wildcard src/$(room)/*.c)) $(wildcard src/*.c))
CORE_OBJ = $(CORE_SRC:.c=.o)
PG_OBJ = $(patsubst %.c,%.o,$(sort $(wildcard src/pg/*.c)))
DATA_OBJ = $(BUILD)/lexicon_data.o $(BUILD)/grammar_data.o
OBJS = $(CORE_OBJ) $(PG_OBJ) $(DATA_OBJ)

TSV = $(sort $(wildcard src/lexicon/fr/*.tsv))
RULES = $(sort $(wildcard src/grammar/fr/*.rules))
NAMES = $(BUILD)/lexicon_names.h $(BUILD)/grammar_names.h

PKG_CONFIG ?= pkg-config
PG_CPPFLAGS = -I$(BUILD) $(shell $(PKG_CONFIG) --cflags libpcre2-16 libutf8proc)
SHLIB_LINK = $(shell $(PKG_CONFIG) --libs libpcre2-16 libutf8proc)
CORE_CFLAGS = -std=gnu11 -fno-strict-aliasing -Wall -Wextra $(if $(WERROR),-Werror)

DATA_built = $(EXTENSION)--$(EXTVERSION).sql
DATA = $(wildcard sql/upgrade/*.sql)
INSTALL_SQL = $(sort $(wildcard sql/install/*.sql))

REGRESS = $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --encoding=UTF8 --load-extension=communique
EXTRA_CLEAN = $(BUILD) $(EXTENSION)--$(EXTVERSION).sql results regression.diffs regression.out

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
# Inlined by the JIT, 20 MB of tables would be copied into every bitcode file.
override with_llvm = no
include $(PGXS)

$(CORE_OBJ): override CFLAGS += -fvisibility=hidden $(CORE_CFLAGS)
$(DATA_OBJ): override CFLAGS += -fvisibility=hidden -fno-strict-aliasing
$(PG_OBJ): override CFLAGS += $(if $(WERROR),-Werror)
$(CORE_OBJ) $(PG_OBJ): $(NAMES) $(wildcard src/*.h src/*/*.h src/*/*.def)

$(EXTENSION)--$(EXTVERSION).sql: $(INSTALL_SQL) communique.control
	cat $(INSTALL_SQL) > $@

# ---- build tools: from data to read-only tables
HOSTCC ?= $(CC)
HOST_CFLAGS = -O2 -g -std=gnu11 -Wall -Wextra $(if $(WERROR),-Werror) $(PG_CPPFLAGS)
HOST_BASE = $(wildcard src/base/*.c src/text/*.c)
HOST_GRAMMAR = src/grammar/notation.c src/grammar/pattern.c src/grammar/expression.c src/grammar/regex.c
HEADERS_ALL = $(wildcard src/*/*.h src/*/*/*.h src/*/*.def)

$(BUILD)/.made:
	mkdir -p $(BUILD) && touch $@

$(BUILD)/mklexicon: $(wildcard src/lexicon/build/*.c) $(HOST_BASE) $(HEADERS_ALL) | $(BUILD)/.made
	$(HOSTCC) $(HOST_CFLAGS) -o $@ $(wildcard src/lexicon/build/*.c) $(HOST_BASE) $(SHLIB_LINK)

$(BUILD)/mkwords: src/grammar/build/mkwords.c src/grammar/build/files.c $(HOST_GRAMMAR) $(HOST_BASE) $(HEADERS_ALL) | $(BUILD)/.made
	$(HOSTCC) $(HOST_CFLAGS) -o $@ src/grammar/build/mkwords.c src/grammar/build/files.c $(HOST_GRAMMAR) $(HOST_BASE) $(SHLIB_LINK)

$(BUILD)/mkgrammar: src/grammar/build/mkgrammar.c src/grammar/build/files.c $(HOST_GRAMMAR) $(HOST_BASE) $(BUILD)/lexicon_data.o $(HEADERS_ALL)
	$(HOSTCC) $(HOST_CFLAGS) -o $@ src/grammar/build/mkgrammar.c src/grammar/build/files.c $(HOST_GRAMMAR) $(HOST_BASE) $(BUILD)/lexicon_data.o $(SHLIB_LINK)

# The words that rules quote become classes of the lexicon; remade only when they change.
$(BUILD)/rule-words: $(BUILD)/mkwords $(RULES)
	$(BUILD)/mkwords $(RULES) > $@.new
	cmp -s $@.new $@ || cp $@.new $@

$(BUILD)/lexicon_names.h: $(BUILD)/lexicon_data.c ;
$(BUILD)/lexicon_data.c: $(BUILD)/mklexicon $(BUILD)/rule-words $(TSV) src/lexicon/fr/common.words
	$(BUILD)/mklexicon $@ $(BUILD)/lexicon_names.h src/lexicon/fr/common.words $(BUILD)/rule-words $(TSV)

$(BUILD)/grammar_names.h: $(BUILD)/grammar_data.c ;
$(BUILD)/grammar_data.c: $(BUILD)/mkgrammar $(RULES)
	$(BUILD)/mkgrammar $@ $(BUILD)/grammar_names.h $(RULES)

$(BUILD)/lexicon_data.o: $(BUILD)/lexicon_data.c
	$(HOSTCC) -O1 -fPIC -fvisibility=hidden -fno-strict-aliasing -c -o $@ $<

$(BUILD)/grammar_data.o: $(BUILD)/grammar_data.c
	$(HOSTCC) -O1 -fPIC -fvisibility=hidden -fno-strict-aliasing -c -o $@ $<

# ---- the core alone, as a command: prints how a text is read
$(BUILD)/analyse: tests/tool/analyse.c $(CORE_OBJ) $(DATA_OBJ) $(NAMES)
	$(CC) -g -O2 -std=gnu11 -Wall -Wextra $(PG_CPPFLAGS) -Isrc -o $@ tests/tool/analyse.c $(CORE_OBJ) $(DATA_OBJ) $(SHLIB_LINK)

$(BUILD)/trace: tests/tool/trace.c src/analyse.c $(CORE_OBJ) $(DATA_OBJ) $(NAMES)
	$(CC) -g -O1 -std=gnu11 -Wall -Wextra $(PG_CPPFLAGS) -Isrc -o $@ tests/tool/trace.c $(filter-out src/analyse.o,$(CORE_OBJ)) $(DATA_OBJ) $(SHLIB_LINK)
