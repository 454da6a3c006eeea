# The steps are in .ci/run; here are short names for them, and what a
# developer does besides.

.PHONY: check format vet test catalog race self short bench docs tidy reproducible

check:
	.ci/run

format vet test catalog race self:
	.ci/run $@

# Without the build of golangci-lint.
short:
	go test -short ./...

bench:
	go test -run '^$$' -bench . ./...

docs:
	go generate ./...

# The same bytes from two checkouts, with nothing cached in between.
reproducible:
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && for i in 1 2; do \
		git clone -q . "$$dir/checkout$$i" && \
		(cd "$$dir/checkout$$i" && GOCACHE="$$dir/cache$$i" CGO_ENABLED=0 go build -trimpath -o "$$dir/portvet$$i" ./cmd/portvet) || exit 1; \
	done && cmp "$$dir/portvet1" "$$dir/portvet2" && sha256sum "$$dir/portvet1" | cut -d' ' -f1

tidy:
	go mod tidy
	cd testdata/golangci && go mod tidy
	cd testdata/nogo && go mod tidy
