package = "ombud"
version = "0.1.0-1"
source = {
   -- Where the sources lie, for who publishes the rock to fill in; `luarocks make` in this folder does not look there.
   url = "git+file:///where/the/sources/of/libombud/lie",
   tag = "v0.1.0",
   dir = "libombud/bindings/lua",
}
description = {
   summary = "Executes reporting procedures laid down by law",
   detailed = "The Lua face of libombud: laws, cases, verdicts, duties, findings, and why, with the article.",
   license = "MIT",
}
dependencies = { "lua >= 5.1, < 5.5" }
external_dependencies = {
   LIBOMBUD = { header = "ombud/ombud.h", library = "ombud" },
}
build = {
   type = "builtin",
   modules = {
      ombud = {
         sources = { "answer.c", "callback.c", "case.c", "date.c", "failure.c", "figures.c", "law.c", "module.c", "object.c", "plan.c",
                     "prove.c", "question.c", "reasons.c", "register.c", "render.c", "scenario.c", "text.c", "together.c", "value.c" },
         libraries = { "ombud" },
         incdirs = { "$(LIBOMBUD_INCDIR)" },
         libdirs = { "$(LIBOMBUD_LIBDIR)" },
         defines = {},
      },
      case_runner = "case_runner.lua",
   },
}
