package match

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/portvet/portvet/cmd/internal/manifest"
	"github.com/portvet/portvet/cmd/internal/ports"
)

// images returns the program of each of some images, as "image: program".
func images(t *testing.T, plan *ports.Plan, set *manifest.Set, names ...string) (out []string) {
	t.Helper()
	set.Workloads = nil
	for _, name := range names {
		set.Workloads = append(set.Workloads, &manifest.Workload{Kind: "Pod", Containers: []*manifest.Container{{Image: manifest.Text{Position: manifest.Position{Line: 1}, Value: name}}}})
	}
	m, err := New(plan, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range m.Runs() {
		if r.Container != nil {
			out = append(out, r.Container.Image.Value+": "+program(r))
		} else {
			out = append(out, filepath.Base(r.Image.File)+": "+program(r))
		}
	}
	return out
}

func compare(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// TestWords: an image may have the words of the folders of a program, behind one of the
// repository.
func TestWords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "beer-shop")
	plan := &ports.Plan{}
	for _, folder := range []string{"app/cart/service/cmd/server", "app/shop/admin/cmd/server", "app/shop/cmd/server", "app/ale/cmd/server", "app/ale/cmd/app"} {
		plan.Programs = append(plan.Programs, &ports.Program{
			Name: strings.Split(folder, "/cmd")[0], Path: "example.com/kit/beer-shop/" + folder, Module: "example.com/kit/beer-shop", Dir: filepath.Join(dir, folder), ModuleDir: dir,
		})
	}
	compare(t, images(t, plan, &manifest.Set{}, "kit/beer-cart-service:1", "r.example.com/beer-cart", "beer-shop-admin", "kit/beer-admin", "other/cart-service", "kit/cart-service", "kit/beer-wine", "kit/beer-ale", "kit/beer-cart-cache"),
		"kit/beer-cart-service:1: app/cart/service", "r.example.com/beer-cart: app/cart/service", "beer-shop-admin: app/shop/admin", "kit/beer-admin: none", "other/cart-service: none",
		"kit/cart-service: app/cart/service", "kit/beer-wine: none", "kit/beer-ale: none", "kit/beer-cart-cache: none")

	// Modules that are called like the repository and a word.
	dir = filepath.Join(t.TempDir(), "bank")
	plan = &ports.Plan{}
	for folder, module := range map[string]string{"broker-service": "broker-service", "mail": "mailer-service"} {
		plan.Programs = append(plan.Programs, &ports.Program{
			Name: folder, Path: "example.com/bank/" + module + "/cmd/api", Module: "example.com/bank/" + module, Dir: filepath.Join(dir, folder, "cmd/api"), ModuleDir: filepath.Join(dir, folder),
		})
	}
	compare(t, images(t, plan, &manifest.Set{}, "some/bank-broker", "some/bank-mailer", "some/bank-mail", "some/broker", "some/bank-log"),
		"some/bank-broker: broker-service", "some/bank-mailer: mail", "some/bank-mail: mail", "some/broker: none", "some/bank-log: none")
}

// TestPartial: that a module has no other program is not said where some could not be
// analysed.
func TestPartial(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "Dockerfile"), "FROM alpine\nCOPY push /\nCMD [\"/push\"]\n")
	plan := &ports.Plan{Programs: []*ports.Program{{
		Name: "client", Path: "example.com/push/cmd/client", Module: "example.com/push", Dir: filepath.Join(dir, "cmd/client"), ModuleDir: dir, Listeners: []*ports.Listener{{}},
	}}}
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	compare(t, images(t, plan, set, "x/push", "x/client"), "x/push: client", "x/client: client", "Dockerfile: client")
	plan.Partial = map[string]bool{dir: true}
	compare(t, images(t, plan, set, "x/push", "x/client"), "x/push: unsure", "x/client: client", "Dockerfile: unsure")
}

// TestBareName: a module may have the language in its name, which its image has not.
func TestBareName(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "Dockerfile"), "FROM alpine AS image-amd64\nCOPY amd64/shop /app/shop\nFROM alpine AS image-arm64\nCOPY arm64/shop /app/shop\nFROM image-${TARGETARCH}\nENTRYPOINT [\"/app/shop\"]\n")
	plan := &ports.Plan{Programs: []*ports.Program{{Name: "shop-go", Path: "example.com/shop-go", Module: "example.com/shop-go", Dir: dir, ModuleDir: dir}}}
	set := manifest.Find(manifest.Config{Roots: []string{dir}})
	compare(t, images(t, plan, set, "some/shop:2", "shop", "some/store"), "some/shop:2: shop-go", "shop: none", "some/store: none", "Dockerfile: shop-go")
}

// TestLink: a Dockerfile that is read by a link is the one that Compose names.
func TestLink(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "docker/Dockerfile"), "FROM golang\nRUN go build -o /shop ./cmd/shop\nCMD [\"/shop\"]\n")
	write(t, filepath.Join(dir, "compose.yaml"), "services:\n  shop: {build: {context: ., dockerfile: docker/Dockerfile}}\n  gone: {build: {context: ., dockerfile: docker/gone.Dockerfile}}\n")
	if err := os.Symlink("docker/Dockerfile", filepath.Join(dir, "Dockerfile")); err != nil {
		t.Fatal(err)
	}
	plan := &ports.Plan{Programs: []*ports.Program{{Name: "shop", Path: "example.com/m/cmd/shop", Module: "example.com/m", Dir: filepath.Join(dir, "cmd/shop"), ModuleDir: dir}}}
	m, err := New(plan, manifest.Find(manifest.Config{Roots: []string{dir}}), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range m.Runs() {
		if r.Container != nil {
			got = append(got, r.Container.Name+": "+program(r))
		}
	}
	slices.Sort(got)
	compare(t, got, "gone: unsure", "shop: shop")
}

// TestMakesFile: a Dockerfile runs a file that a Makefile builds.
func TestMakesFile(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "Makefile"), "build:\n\tgo build -o bin/shop-server ./cmd/web\n\tgo build -o bin/both ./cmd/web\nother:\n\tgo build -o bin/both ./cmd/tool\n")
	write(t, filepath.Join(dir, "made.Dockerfile"), "FROM golang AS b\nCOPY . .\nRUN make build\nFROM alpine\nCOPY --from=b /src/bin/shop-server /app/\nCMD [\"/app/shop-server\"]\n")
	write(t, filepath.Join(dir, "other.Dockerfile"), "FROM alpine\nCOPY bin/shop-worker /app/\nCMD [\"/app/shop-worker\"]\n")
	write(t, filepath.Join(dir, "several.Dockerfile"), "FROM alpine\nCOPY bin/both /app/\nCMD [\"/app/both\"]\n")
	plan := &ports.Plan{}
	for _, name := range []string{"web", "tool"} {
		plan.Programs = append(plan.Programs, &ports.Program{Name: name, Path: "example.com/m/cmd/" + name, Module: "example.com/m", Dir: filepath.Join(dir, "cmd", name), ModuleDir: dir})
	}
	got := images(t, plan, manifest.Find(manifest.Config{Roots: []string{dir}}))
	slices.Sort(got)
	compare(t, got, "made.Dockerfile: web", "other.Dockerfile: unsure", "several.Dockerfile: unsure")
}
