# The miniport for the host, against the executable mock of NDIS (mock/windows).
# The same sources for the real kernel: drivers/windows/link-check.
PROGRAMS += windows-test
windows-test.sources = $(CORE) $(wildcard drivers/windows/*.c mock/windows/*.c tests/windows/*.c)
windows-test.include = drivers/windows mock/windows mock/windows/include core
windows-test.data    = drivers/windows/exceptions.tsv drivers/windows/rbe.inf
windows-test.flags   = -fshort-wchar -fno-strict-aliasing

# Type-checks and links the same sources as rbe.sys, where mingw-w64 is installed.
.PHONY: windows-link
windows-link:
	drivers/windows/link-check.sh $(B)/windows

# mingw-w64's headers for drivers, and the reference pages if SRC is their wdk-ddi-src.
ifeq ($(OS),windows)
.PHONY: check-real
check-real:
	mock/windows/check-real.sh "$(if $(findstring command,$(origin SRC)),$(SRC))" build/windows-real
endif
