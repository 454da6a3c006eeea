// Package main is a tool with a serve command.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

var port int

var serveCmd = &cobra.Command{
	Use: "serve",
	RunE: func(cmd *cobra.Command, args []string) error {
		return http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
	},
}

var fixedCmd = &cobra.Command{
	Use: "fixed",
	RunE: func(cmd *cobra.Command, args []string) error {
		return http.ListenAndServe(":8701", nil) // want `port "8701"`
	},
}

var flagCmd = &cobra.Command{Use: "flag", RunE: runFlag}

func runFlag(cmd *cobra.Command, args []string) error {
	addr, err := cmd.Flags().GetString("addr")
	if err != nil {
		return err
	}
	return http.ListenAndServe(addr, nil)
}

func init() {
	serveCmd.Flags().IntVarP(&port, "port", "p", 8080, "port")
	flagCmd.Flags().String("addr", ":8080", "address")
}

func main() {
	root := &cobra.Command{Use: "app"}
	root.AddCommand(serveCmd, fixedCmd, flagCmd)
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}
