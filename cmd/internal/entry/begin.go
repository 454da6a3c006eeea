package entry

import (
	"path"
	"slices"
	"strings"

	"github.com/portvet/portvet/cmd/internal/manifest"
)

// What follows is about the command with which a container begins, of which its
// manifest and its image have a part each.

// Begins returns the command with which a container begins, with its arguments:
// c is nil of an image by itself, and img where no Dockerfile is known. The
// command is not Set where nothing says it. It is Open where there is more that
// is not known, as of arguments for the entry point of an image that is not in
// sight.
func Begins(c *manifest.Container, img *manifest.Image) manifest.Command {
	var own, args manifest.Command
	if c != nil {
		own, args = c.Command, c.Args
	}
	switch {
	case own.Set():
		return followed(own, args)
	case img == nil:
		args.Open = true
		return args
	case img.Entrypoint.Shell.Set():
		return img.Entrypoint // what follows is not handed to it
	case !args.Set():
		cmd := img.Cmd
		if cmd.Shell.Set() && img.Entrypoint.Set() {
			at := cmd.Shell.Position
			cmd.Args, cmd.Shell = []manifest.Text{{Position: at, Value: "/bin/sh"}, {Position: at, Value: "-c"}, cmd.Shell}, manifest.Text{}
		}
		cmd.Open = cmd.Open || args.Open
		return followed(img.Entrypoint, cmd)
	}
	return followed(img.Entrypoint, args)
}

// followed returns a command with arguments behind it.
func followed(c, args manifest.Command) manifest.Command {
	if !c.Set() {
		return args
	}
	c.Args = slices.Concat(c.Args, args.Args)
	c.Open = c.Open || args.Open
	return c
}

// inits are programs that stand before what is run, and hand signals on to it,
// with those of their flags that have a value.
var inits = map[string]string{"tini": "-p -e", "dumb-init": "-r --rewrite", "catatonit": "", "docker-init": "-p -e", "gosu": "", "su-exec": "", "setpriv": "--reuid --regid --groups", "runuser": "-u -g -G --user --group"}

// Unwrapped cuts off what stands before a command and hands signals on to it.
// told reports whether all that was started gets them then, and not only it.
func Unwrapped(words []manifest.Text) (rest []manifest.Text, told bool) {
	for len(words) > 0 && !words[0].Open {
		name := path.Base(words[0].Value)
		if name == "env" && len(words) > 1 && !words[1].Open && !strings.HasPrefix(words[1].Value, "-") && !strings.Contains(words[1].Value, "=") {
			words = words[1:] // which sets nothing
			continue
		}
		valued, ok := inits[name]
		if !ok {
			break
		}
		told = told || name == "dumb-init"
		for words = words[1:]; len(words) > 0 && strings.HasPrefix(words[0].Value, "-"); words = words[1:] {
			w := words[0].Value
			told = told || w == "-g" && name != "dumb-init"
			if w == "--" {
				words = words[1:]
				break
			}
			if slices.Contains(strings.Fields(valued), w) && len(words) > 1 {
				words = words[1:]
			}
		}
		if (name == "gosu" || name == "su-exec") && len(words) > 0 {
			words = words[1:] // the user
		}
	}
	return words, told
}
