# The steps are in .ci/run; here are short names for them, and what a
# developer does besides.

.PHONY: check format vet test catalog race self short bench docs tidy

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

tidy:
	go mod tidy
	cd testdata/golangci && go mod tidy
